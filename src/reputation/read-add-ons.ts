import type { ProviderName, Reputation } from "../policy/reputation";
import { parseObject } from "../telephony/parse-object";
import { objectIn } from "./finding";
import type { AddOnProvider, Finding } from "./provider";

/** Far more than any add-on sends. */
const LONGEST_TEXT = 64 * 1024;

/** What the flow's `to_json` makes of a call without add-ons. */
const NONE: readonly string[] = ["", "null", '""'];

/** What an add-on found about the caller, from the webhook's `AddOns`. */
export function readAddOns(name: ProviderName, provider: AddOnProvider, text: string): Reputation {
  const found = find(provider, text);
  return found.kind === "score" ? { ...found, provider: name } : found;
}

/**
 * Each result has a status of its own: the outer one is `successful` though one add-on was not.
 * @see https://www.twilio.com/docs/marketplace/listings/usage
 */
function find({ title, addOn, read }: AddOnProvider, text: string): Finding {
  const unknown = (why: string): Finding => ({ kind: "unknown", why });
  if (NONE.includes(text.trim())) return unknown(`the call came without add-ons: is ${title} installed?`);
  const all = text.length > LONGEST_TEXT ? {} : parseObject(text);
  if (typeof all.status !== "string") return unknown("the call's add-ons make no sense");
  if (all.status !== "successful") return unknown("the call's add-ons failed");
  const results = objectIn(all, "results");
  if (!Object.hasOwn(results, addOn)) return unknown(`the call came without a result of ${addOn}`);
  const { status, ...rest } = objectIn(results, addOn);
  return status === "successful" ? read(objectIn(rest, "result")) : unknown(`${title} failed`);
}
