import { friendCalling, isConnect, stubRuntime } from "../stub-runtime";

/** In a fresh process: loads a Function and has it screen one call of a contact. Ends with 1 if that does not ring. */
const [file = "", line = "", assets = "{}", alsoLoad] = process.argv.slice(2);
if (alsoLoad !== undefined) require(alsoLoad);
Object.assign(globalThis, stubRuntime(JSON.parse(assets)));
require(file).handler(...friendCalling(line), (error: unknown, reply: unknown) => {
  process.exit(isConnect(error, reply) ? 0 : 1);
});
