import { createHash, randomBytes } from "node:crypto";

/** The SID prefixes of the resources local Twilio makes. @see https://www.twilio.com/docs/glossary/what-is-a-sid */
export type SidPrefix =
  | "AC"
  | "AD"
  | "CA"
  | "CF"
  | "CL"
  | "CR"
  | "FN"
  | "FW"
  | "IS"
  | "MP"
  | "NO"
  | "ET"
  | "ES"
  | "PN"
  | "RE"
  | "RQ"
  | "SD"
  | "SM"
  | "TR"
  | "VA"
  | "VE"
  | "VL"
  | "XR"
  | "ZS"
  | "ZE"
  | "ZH"
  | "ZB"
  | "ZD"
  | "ZN"
  | "ZV";

/** Makes Twilio-shaped SIDs: the prefix and 32 hexadecimal digits. The same seed gives the same SIDs in the same order. */
export function createSids(seed: string = randomBytes(16).toString("hex")): (prefix: SidPrefix) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return prefix + createHash("sha256").update(`${seed}:${prefix}:${count}`).digest("hex").slice(0, 32);
  };
}
