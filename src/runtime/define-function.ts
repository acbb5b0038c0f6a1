import { answerRequest, type Handle, type Handler, type Read } from "./answer-request";
import { text } from "./reply";
import { type Wiring, wire } from "./wiring";

export type { Handle, Handler, Read } from "./answer-request";

/**
 * Makes a Function: what `read` refuses is answered with 400, whatever else goes wrong with a logged 500, and after
 * four seconds with 500 too.
 */
export function defineFunction<Input>(read: Read<Input>, handle: Handle<Input, Wiring>): Handler {
  return answerRequest({
    read,
    handle,
    wire,
    refuse: (message) => text(400, message),
    fail: () => text(500, "Failed"),
  });
}
