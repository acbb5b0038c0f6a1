/** What Node makes once, jest makes anew in each test file, or keeps of every file that its process has run. */
const { AsyncLocalStorage } = require("node:async_hooks");

// Axios looks at this set before each request.
const { allowedNodeEnvironmentFlags } = process;
Object.defineProperty(process, "allowedNodeEnvironmentFlags", { value: allowedNodeEnvironmentFlags });

// Each promise takes along what is in every storage that was ever used, those of files that are over, too.
const USED = Symbol.for("gatehouse.used-storages");
if (AsyncLocalStorage[USED] === undefined) {
  const used = new Set();
  const { run } = AsyncLocalStorage.prototype;
  AsyncLocalStorage[USED] = used;
  AsyncLocalStorage.prototype.run = function (...parts) {
    used.add(this);
    return run.apply(this, parts);
  };
}
for (const storage of AsyncLocalStorage[USED]) storage.disable();
AsyncLocalStorage[USED].clear();
