import type { ServerResponse } from "node:http";
import { type Fault, parseFault } from "../faults";
import { errorReply, TwilioError } from "./twilio-error";
import type { WireReply } from "./wire";

/** A fault asked for by the redirection. */
export function faultFromHeader(text: string | undefined): Fault | undefined {
  return text === undefined ? undefined : parseFault(text);
}

/**
 * What becomes of a request whose fault replaces the answer: a reply of its own, or no reply at all.
 * @param refuse how the API words an error, when it is not Twilio's
 */
export function injectFault(
  fault: Exclude<Fault, { kind: "slow" | "lost" }>,
  response: ServerResponse,
  refuse = twilioRefusal,
): WireReply | undefined {
  switch (fault.kind) {
    case "timeout":
      return undefined; // The connection stays open until the client or the server gives up.
    case "reset":
      breakConnection(response);
      return undefined;
    case "garbage":
      return {
        status: 200,
        headers: { "content-type": "text/html" },
        body: Buffer.from("<html>\u0000<<<garbage>>>{"),
      };
    case "status":
      return refuse(fault.status, `Injected fault: status ${fault.status}`);
  }
}

function twilioRefusal(status: number, message: string): WireReply {
  return errorReply(new TwilioError(status, 20500, message));
}

/** Lets a request be answered as usual, but whatever is written of the reply is dropped and the connection reset. */
export function loseReply(response: ServerResponse): void {
  response.write = () => true;
  response.end = () => {
    breakConnection(response);
    return response;
  };
}

function breakConnection({ socket }: ServerResponse): void {
  socket?.resetAndDestroy();
}
