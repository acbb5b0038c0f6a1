const { transformSync } = require("esbuild");
const options = {
  loader: "ts",
  format: "cjs",
  target: "node20",
  supported: { "dynamic-import": false },
  sourcemap: "inline",
};
exports.process = (source, sourcefile) => transformSync(source, { ...options, sourcefile });
