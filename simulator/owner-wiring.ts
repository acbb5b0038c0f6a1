import type { LocalTwilio } from "../local-twilio/local-twilio";
import { openCommandWiring, type Variables } from "../src/runtime/command-wiring";
import type { Wiring } from "../src/runtime/wiring";

/** What the owner's commands work with, by the clock of local Twilio. */
export function ownerWiring(
  { environment, clock }: LocalTwilio,
  variables: Variables,
  assetsDir: string,
): Wiring {
  const wiring = openCommandWiring({ ...environment, ...variables }, assetsDir);
  return { ...wiring, now: () => new Date(clock.now()) };
}
