import { type Attestation, parseAttestation } from "./attestation";
import { type Form, readText } from "./form";
import { readCallSid } from "./read-call-sid";
import type { CallSid } from "./sids";

/** What a caller has answered who asks what a number spells; all empty at the beginning. */
export interface VanityRequest {
  readonly callSid: CallSid;
  readonly from: string;
  readonly to: string;
  readonly attestation: Attestation;
  /** Where the caller stands, as it was last told to the flow. */
  readonly state: string;
  /** The key pressed after a number was told. */
  readonly key: string;
  /** The keys pressed when asked for a number. */
  readonly number: string;
  /** What became of the last text message. */
  readonly texted: string;
  /** Twilio's tag of the language that the caller chose in the office's menu. */
  readonly language: string;
}

/** Reads what the flow sends. @throws TypeError when there is no SID of a call */
export function readVanityRequest(form: Form): VanityRequest {
  return {
    ...readVanityTexting(form),
    key: readText(form, "Key")?.trim().slice(0, 1) ?? "",
    number: readText(form, "Number")?.slice(0, MOST_KEYS) ?? "",
    texted: readText(form, "Texted") ?? "",
    language: readText(form, "Language") ?? "",
  };
}

/** A caller wants the spellings by text message. */
export type VanityTexting = Pick<VanityRequest, "callSid" | "from" | "to" | "attestation" | "state">;

/** Reads what the flow sends. @throws TypeError when there is no SID of a call */
export function readVanityTexting(form: Form): VanityTexting {
  return {
    callSid: readCallSid(form, "question about a vanity number"),
    from: readText(form, "From") ?? "",
    to: readText(form, "To") ?? "",
    attestation: parseAttestation(readText(form, "StirVerstat")),
    state: readText(form, "State") ?? "",
  };
}

const MOST_KEYS = 40;
