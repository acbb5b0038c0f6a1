// Node makes this set once. In jest's copy of `process` it is made anew at each look, and axios looks before each request.
const { allowedNodeEnvironmentFlags } = process;
Object.defineProperty(process, "allowedNodeEnvironmentFlags", { value: allowedNodeEnvironmentFlags });
