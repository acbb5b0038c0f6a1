import { join } from "node:path";
import { install, type RedirectOptions, uninstall } from "./register.cjs";

/** The file to preload with `node --require` so that Twilio clients in that process talk to local Twilio. */
const REGISTER_FILE = join(__dirname, "register.cjs");

/** NODE_OPTIONS with which a process preloads it. @see https://nodejs.org/api/cli.html#node_optionsoptions */
export const REGISTER_OPTION = `--require=${quoteOption(REGISTER_FILE)}`;

/**
 * Redirects this process's requests to Twilio, until the returned function is called.
 * @throws Error when they are redirected already
 */
export function installRedirect(options: RedirectOptions): () => void {
  install(options);
  return uninstall;
}

/** NODE_OPTIONS is split at spaces outside double quotes. */
function quoteOption(path: string): string {
  return /\s/.test(path) ? `"${path.replace(/["\\]/g, "\\$&")}"` : path;
}
