/** Tests are TypeScript turned into CommonJS by esbuild; types are checked apart, by `npm run typecheck`. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": "<rootDir>/test/esbuild-transformer.cjs" },
};
