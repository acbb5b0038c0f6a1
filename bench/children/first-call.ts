import { FRIEND } from "../made-up-book";
import { isConnect, stubRuntime } from "../stub-runtime";

/** In a fresh process: loads a Function and has it screen one call of a contact. Ends with 1 if that does not ring. */
const [file = "", line = "", assets = "{}", alsoLoad] = process.argv.slice(2);
if (alsoLoad !== undefined) require(alsoLoad);
Object.assign(globalThis, stubRuntime(JSON.parse(assets)));
const context = { DOMAIN_NAME: "localhost", PATH: "/incoming/screen" };
const event = {
  CallSid: `CA${"0".repeat(32)}`,
  From: FRIEND,
  To: line,
  request: { headers: {}, cookies: {} },
};
require(file).handler(context, event, (error: unknown, reply: unknown) => {
  process.exit(isConnect(error, reply) ? 0 : 1);
});
