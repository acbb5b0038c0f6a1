import type { Disposition } from "../policy/call-log";
import type { Decision } from "../policy/verdict";
import { noteLastRefused } from "../store/home-items";
import { parseCaller } from "../telephony/caller";
import type { IncomingCall } from "../telephony/read-incoming-call";
import { countChallenge } from "./count-challenge";
import { inTime } from "./in-time";
import { noteCall } from "./note-call";
import { lineOf, loggedCaller } from "./parties";
import { type LineCall, type ScreenedCall, screenIncomingCall } from "./screen-incoming-call";
import { type ScreeningReply, screeningReply } from "./screening-reply";
import type { CallWiring } from "./wiring";

/** What the flow is told about a ringing call, once what must be remembered of it is written down. */
export async function answerScreening(wiring: CallWiring, incoming: IncomingCall): Promise<ScreeningReply> {
  const { callSid, from, to, numDigits, attestation, callerName, addOns } = incoming;
  const policy = wiring.policy();
  const line = lineOf(policy, to);
  if (line === undefined) return NO_LINE;
  const call = {
    ...{ callSid, line, caller: parseCaller(from, policy.country), attestation },
    ...(callerName === undefined ? {} : { callerName }),
    ...(addOns === undefined ? {} : { addOns }),
  };
  const screened = await screenIncomingCall(wiring, call);
  const about = {
    ...{ callSid, line, caller: call.caller, numDigits, office: policy.office },
    secret: wiring.environment("CHALLENGE_SECRET") ?? "",
    linkSecret: wiring.environment("LINK_SECRET") ?? "",
  };
  const reply = screeningReply(screened.decision, about);
  await noteInTime(wiring, callSid, [
    countAsked(wiring, call, screened),
    noteDecision(wiring, call, reply),
    noteRefused(wiring, call, screened),
  ]);
  return reply;
}

/** What the answer itself takes. */
const ANSWERING_MS = 200;

/** Lists and a score that were slow to come leave less time: the decision counts more than that it is written down. */
async function noteInTime(
  wiring: CallWiring,
  callSid: string,
  notes: readonly Promise<void>[],
): Promise<void> {
  const noted = Promise.all(notes).then(() => true);
  const isNoted = await inTime(wiring.timeLeft() - ANSWERING_MS, noted);
  if (isNoted === undefined) wiring.log("screening-not-noted-in-time", { callSid });
}

/** With the graylist unreadable, strangers are still challenged, uncounted: a blind write could only lose strikes. */
async function countAsked(
  wiring: CallWiring,
  call: LineCall,
  { decision, lists }: ScreenedCall,
): Promise<void> {
  if (!isAsked(decision) || lists.unreadable.includes("graylist")) return;
  const known = lists.read.includes("graylist") ? { known: { item: lists.graylistItem } } : {};
  await countChallenge(wiring, { ...call, step: "asked", ...known });
}

/** Whether a stranger is asked for something, which counts as unanswered until it is. */
function isAsked({ verdict }: Decision): boolean {
  return verdict.action === "challenge" || (verdict.action === "announce" && verdict.as === "name");
}

/**
 * The calls whose end is decided here, and those that the flow loses when the caller hangs up at a question or in a
 * greeting. A caller who rings through costs Sync nothing before the phone rings.
 */
const DECIDED: Readonly<Record<string, Disposition>> = {
  reject: "rejected",
  message: "message",
  challenge: "abandoned",
  owner: "abandoned",
  voicemail: "abandoned",
  announce: "abandoned",
  menu: "abandoned",
  vanity: "abandoned",
};

async function noteDecision(
  wiring: CallWiring,
  { callSid, caller, line }: LineCall,
  { action: verdict, rule, reason, trace }: ScreeningReply,
): Promise<void> {
  const disposition = DECIDED[verdict];
  if (disposition === undefined) return;
  const at = wiring.now().toISOString();
  const parties = { from: loggedCaller(caller), to: line.number };
  await noteCall(wiring, callSid, { ...parties, at, verdict, rule, reason, trace, disposition });
}

/** What decides about callers who are on no list of a children's line. */
const REFUSING: readonly string[] = ["message", "challenge", "voicemail", "none"];

/** Keeps who was refused because of not being listed, so that the owner can let that caller in by telephone. */
async function noteRefused(
  wiring: CallWiring,
  { callSid, caller, line }: LineCall,
  { decision: { rule } }: ScreenedCall,
): Promise<void> {
  const isRefused = line.rules.includes("allowlist") && REFUSING.includes(rule);
  if (!isRefused || caller.kind !== "number") return;
  const refused = { number: caller.number, at: wiring.now().toISOString(), line: line.number };
  try {
    await noteLastRefused({ sync: wiring.sync(), random: () => wiring.random() }, refused);
  } catch {
    wiring.log("refused-caller-not-noted", { callSid });
  }
}

const NO_LINE: ScreeningReply = {
  action: "voicemail",
  rule: "none",
  reason: "the number called is no line of the policy",
  trace: [],
  greeting: "Please leave a message after the tone.",
};
