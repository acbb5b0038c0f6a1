import type { Callee } from "../local-twilio/voice/party";
import { parseHeardPattern } from "./heard-pattern";
import { scriptedPhone } from "./scripted-phone";

const ASKED = parseHeardPattern("\\b(press|marque|tapez)\\b");

/** A phone where somebody presses a key as soon as one is asked for. @param seconds how long the talk then is */
export function pressingCallee(key: string, seconds = Number.POSITIVE_INFINITY): Callee {
  const step = {
    ...(ASKED === undefined ? {} : { hears: ASKED }),
    act: { does: "press", keys: key },
  } as const;
  const plan = { does: "answers", steps: [step] } as const;
  return scriptedPhone("the phone there", seconds).ring(plan);
}
