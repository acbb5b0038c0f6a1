import type { Callee } from "../local-twilio/voice/party";

const CALLEES = ["answers", "no-answer", "busy", "failed"] as const;

/** Reads `+12125550123=busy`. @throws TypeError for anything else. */
export function parseCallee(text: string): readonly [string, Callee] {
  const [number = "", word = ""] = text.split("=");
  const does = CALLEES.find((known) => known === word);
  if (number === "" || does === undefined)
    throw new TypeError(`Cannot read callee ${text}: write NUMBER=${CALLEES.join("|")}`);
  return [number, { does }];
}
