// Tests make much that is soon garbage; with the room that V8 leaves by default, a twelfth of their time goes into collecting
// it. The processes that jest starts take this over.
process.execArgv.push("--max-semi-space-size=64");

/** Tests are TypeScript turned into CommonJS by esbuild; types are checked apart, by `npm run typecheck`. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  // Left alone, jest keeps one core free: on a machine of two that is one file after another.
  maxWorkers: "100%",
  // A test that hangs is told by any limit; one that only waits for its share of a busy machine must not fail.
  testTimeout: 30_000,
  // A global is slow to look up in jest's sandbox, unless it is handed to each module. None of these is ever replaced by a test.
  sandboxInjectedGlobals: [
    ...["Array", "Buffer", "Error", "JSON", "Map", "Math", "Number", "Object", "Promise", "Reflect", "Set"],
    ...["String", "Symbol"],
  ],
  testSequencer: "<rootDir>/test/longest-first.cjs",
  setupFiles: ["<rootDir>/test/quick-process.cjs"],
  transform: { "^.+\\.ts$": "<rootDir>/test/esbuild-transformer.cjs" },
};
