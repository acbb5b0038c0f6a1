import { findContact } from "../contacts/find-contact";
import type { ContactFact, Screening } from "../policy/facts";
import type { Line } from "../policy/line";
import { screenCall } from "../policy/screen-call";
import type { Decision } from "../policy/verdict";
import { type ListReading, NOTHING_READ, readLists } from "../store/read-lists";
import type { Attestation } from "../telephony/attestation";
import type { Caller } from "../telephony/caller";
import type { CallSid } from "../telephony/sids";
import { noteOnce } from "./note-once";
import { assessCaller, assessFromAddOns } from "./reputation/assess-caller";
import type { CallWiring } from "./wiring";

/** A call to one of our lines. */
export interface LineCall {
  readonly callSid: CallSid;
  readonly caller: Caller;
  readonly line: Line;
}

/** A ringing call to one of our lines. */
export interface RingingCall extends LineCall {
  readonly attestation: Attestation;
  readonly callerName?: string;
  /** What installed add-ons found out, as JSON. */
  readonly addOns?: string;
}

/** A decision, and the lists as they were read for it. */
export interface ScreenedCall {
  readonly decision: Decision;
  readonly lists: ListReading;
}

/**
 * Decides what happens to a call to one of our lines: reads the lists, in one batch, only when a rule asks for them, and asks
 * for the caller's reputation, which is paid for, only when its rule is to decide.
 */
export async function screenIncomingCall(wiring: CallWiring, call: RingingCall): Promise<ScreenedCall> {
  const screening = screeningOf(wiring, call);
  const lists = await readNeeded(wiring, screening);
  const decision = decided(screening, lists) ?? decided(await assess(wiring, screening, lists), lists);
  if (decision === undefined) throw new Error("Cannot screen call: its reputation stays unasked");
  noteTroubles(wiring, screening, lists);
  return { decision, lists };
}

function screeningOf(wiring: CallWiring, call: RingingCall): Screening {
  const { timezone, home, office, owner, reputation } = wiring.policy();
  const assessed = reputation && assessFromAddOns(reputation, call.addOns);
  return {
    ...call,
    contact: call.line.rules.includes("contacts") ? findCaller(wiring, call) : UNKNOWN,
    now: wiring.now().getTime(),
    canChallenge: wiring.environment("CHALLENGE_SECRET") !== undefined,
    canAnnounce: wiring.environment("LINK_SECRET") !== undefined,
    ...{ timezone, home, reputation },
    owner: {
      ...owner,
      hasPin: wiring.environment("OWNER_PIN_HASH") !== undefined,
      hasOffice: office !== undefined,
    },
    ...(assessed && { assessed }),
  };
}

/** Undefined while it depends on the caller's reputation. */
function decided(screening: Screening, lists: ListReading): Decision | undefined {
  const screened = screenCall(screening, lists);
  if (screened.kind === "needs") throw new Error(`Cannot screen call: ${screened.facts.join(", ")} not read`);
  return screened.kind === "decided" ? screened.decision : undefined;
}

/** Of whom it is not known whether he is a contact or listed nobody is asked: that would be paid for, and Sync is slow now. */
async function assess(wiring: CallWiring, screening: Screening, lists: ListReading): Promise<Screening> {
  const { callSid, caller, contact, reputation: settings } = screening;
  if (caller.kind !== "number" || settings === undefined) return screening;
  const untold = [...(contact.kind === "unreadable" ? ["the address book"] : []), ...lists.unreadable];
  if (untold.length > 0) {
    const why = `nobody is asked, for want of ${untold.join(" and ")}`;
    wiring.log("reputation-unknown", { callSid, why });
    return { ...screening, assessed: { kind: "unknown", why } };
  }
  return { ...screening, assessed: await assessCaller(wiring, { callSid, number: caller.number, settings }) };
}

async function readNeeded(wiring: CallWiring, screening: Screening): Promise<ListReading> {
  const screened = screenCall(screening, NOTHING_READ);
  if (screened.kind !== "needs") return NOTHING_READ;
  const store = { sync: () => wiring.sync(), random: () => wiring.random() };
  const { caller, now, reputation, assessed } = screening;
  const sought = assessed === undefined && reputation ? { ...reputation, now } : undefined;
  return readLists(store, screened.facts, { caller, locale: wiring.policy(), sought });
}

/** A hand edit stays as it is until the owner mends it: told once. */
function noteTroubles(wiring: CallWiring, screening: Screening, lists: ListReading): void {
  const { callSid, caller, line, canChallenge } = screening;
  for (const list of lists.unreadable) wiring.log("list-unreadable", { callSid, list });
  for (const list of lists.malformed) {
    const whose = list !== "patterns" && caller.kind === "number" ? caller.number : "";
    noteOnce(wiring, `${list} ${whose}`, { event: "list-entry-malformed", details: { callSid, list } });
  }
  const isAsked = line.rules.some((name) => name === "challenge" || name === "withheld");
  if (isAsked && !canChallenge)
    noteOnce(wiring, "secret", { event: "challenge-secret-missing", details: { callSid } });
}

const UNKNOWN = { kind: "unknown" } as const;

/** An address book that cannot be read makes friends strangers for a while; it must not silence the phone. */
function findCaller(wiring: CallWiring, { callSid, caller, line }: LineCall): ContactFact {
  if (caller.kind !== "number") return UNKNOWN;
  try {
    const name = findContact(wiring.contactsIndex(line.contacts), caller.number);
    return name === undefined ? UNKNOWN : { kind: "known", name };
  } catch {
    wiring.log("contacts-unreadable", { callSid });
    return { kind: "unreadable" };
  }
}
