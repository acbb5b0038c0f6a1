import type { IncomingMessage } from "node:http";
import { CALL_SID_HEADER } from "../call-context";
import { FAULT_HEADER, HOST_HEADER } from "./redirect-headers";

const OF_THE_REDIRECTION: readonly string[] = [CALL_SID_HEADER, FAULT_HEADER, HOST_HEADER];

/** Makes the headers of a redirected request, as Functions are shown them, those that its host would have received. */
export function restoreHeaders(incoming: IncomingMessage, host: string): void {
  const pairs = incoming.rawHeaders.flatMap((name, at, all) =>
    at % 2 === 0 ? [{ name, value: all[at + 1] ?? "" }] : [],
  );
  incoming.rawHeaders = pairs
    .filter(({ name }) => !OF_THE_REDIRECTION.includes(name.toLowerCase()))
    .flatMap(({ name, value }) => [name, name.toLowerCase() === "host" ? host : value]);
}
