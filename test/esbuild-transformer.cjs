const { transformSync } = require("esbuild");
const options = {
  loader: "ts",
  format: "cjs",
  target: "node20",
  supported: { "dynamic-import": false },
  // Beside the code, where it is read for stack traces only: inline it would be two thirds of what each test loads.
  sourcemap: "external",
  sourcesContent: false,
};
exports.process = (source, sourcefile) => {
  const { code, map } = transformSync(source, { ...options, sourcefile });
  return { code, map };
};
