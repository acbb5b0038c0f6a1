import { dropCallback } from "../../policy/office/callback-attempt";
import { changeCallback } from "../../store/callbacks";
import { isE164, parseE164 } from "../../telephony/e164";
import type { CallWiring } from "../wiring";

/**
 * Takes a number off the queue of call-backs, however it is written.
 * @throws Error when it is no number, none waits under it, or it could not be written
 */
export async function dropQueued(wiring: CallWiring, text: string): Promise<void> {
  const number = isE164(text) ? text : parseE164(text, wiring.policy().country);
  if (number === undefined) throw new Error(`Cannot drop ${text}: it is no telephone number`);
  const store = { sync: wiring.sync(), random: () => wiring.random(), now: wiring.now() };
  const { outcome, before } = await changeCallback(
    store,
    number,
    (current) => current && dropCallback(current, "dropped by npm run callbacks"),
  );
  if (before === undefined) throw new Error(`Cannot drop ${number}: nobody waits to be called back there`);
  if (outcome === "lost") throw new Error(`Cannot drop ${number}: it changes all the time. Try again`);
}
