import type { CallPlan, RingOutcome } from "../../../../src/policy/office/call-plan";
import { concludeRinging, type RungCall } from "../../../../src/policy/office/conclude-ringing";
import { callSid, LINE, line, number } from "../samples";
import { department, office } from "./samples";

const common = { callSid: callSid("a"), line: LINE, locale: "en" } as const;
const finance: CallPlan = { ...common, kind: "department", department: "finance" };
const bicycles: CallPlan = { ...common, kind: "department", department: "bicycles" };
const name: CallPlan = { ...common, kind: "name", to: number("23") };
const SPOKEN = "2 1 2, 5 5 5, 0 1 9 9";

const rung = (outcome: RingOutcome | undefined, change: Partial<RungCall> = {}): RungCall => ({
  outcome,
  isOnLine: true,
  plan: finance,
  locale: "en",
  line: line(),
  office: office(),
  callbackNumber: undefined,
  ...change,
});
const surveying = office({ survey: true });

test.each<[string, RungCall, string]>([
  ["answered", rung("answered"), "end"],
  ["answered, and asked how it was", rung("answered", { office: surveying }), "survey"],
  ["answered, and the caller is gone", rung("answered", { office: surveying, isOnLine: false }), "end"],
  ["answered by a person", rung("answered", { office: surveying, plan: name }), "end"],
  ["gone", rung("gone"), "end"],
  ["blocked", rung("blocked", { callbackNumber: SPOKEN }), "end"],
  ["unanswered", rung("unanswered"), "voicemail"],
  ["unanswered, to be called back", rung("unanswered", { callbackNumber: SPOKEN }), "offer"],
  ["closed", rung("closed"), "voicemail"],
  ["closed, to be called back", rung("closed", { callbackNumber: SPOKEN }), "offer"],
  [
    "sent to voicemail: not offered to be called back",
    rung("voicemail", { callbackNumber: SPOKEN }),
    "voicemail",
  ],
  ["silent, where silence ends the call", rung("silent", { plan: name }), "end"],
  [
    "silent, where a message is allowed",
    rung("silent", { plan: name, line: line({ challenge: { onSilence: "voicemail" } }) }),
    "voicemail",
  ],
  ["lost on the way: no call is lost", rung(undefined, { callbackNumber: SPOKEN }), "voicemail"],
  ["whatever, when nobody is there", rung("unanswered", { isOnLine: false }), "end"],
  [
    "unanswered, nothing known",
    rung("unanswered", { plan: undefined, line: undefined, office: undefined }),
    "voicemail",
  ],
])("%s: %s", (_name, call, next) => {
  expect(concludeRinging(call)).toMatchObject({ next });
});

test.each<[string, RungCall, Partial<ReturnType<typeof concludeRinging>>]>([
  [
    "a department's own greeting",
    rung("unanswered"),
    { say: "", greeting: "This is the mailbox of finance." },
  ],
  [
    "in the caller's language",
    rung("unanswered", { locale: "es" }),
    { greeting: "Este es el buzón de contabilidad." },
  ],
  [
    "a prompt with its name",
    rung("unanswered", { plan: bicycles }),
    { greeting: "Please leave a message for Bicycles after the tone." },
  ],
  [
    "closed: said first",
    rung("closed"),
    { greeting: "Finance is closed right now. This is the mailbox of finance." },
  ],
  [
    "closed, no name of its own",
    rung("closed", { office: office({ departments: { finance: department({ name: {} }) } }) }),
    {
      greeting:
        "Hello, and thank you for calling. We are closed right now. Please leave a message after the tone.",
    },
  ],
  [
    "offered: why, the number, and the key",
    rung("unanswered", { callbackNumber: SPOKEN }),
    {
      say: `Sorry, nobody can take your call right now. We can call you back at ${SPOKEN}. For that, press 9 and hang up. Or stay on the line to leave a message.`,
      greeting: "This is the mailbox of finance.",
    },
  ],
  [
    "a person's line",
    rung("unanswered", { plan: name }),
    { greeting: "Please leave a message after the tone." },
  ],
  [
    "a line without an office",
    rung("voicemail", { plan: name, office: undefined }),
    { greeting: "Please leave a message after the tone." },
  ],
  ["blocked: goodbye, and no reason", rung("blocked"), { say: "Goodbye." }],
  [
    "how it was: a key from 1 to 5",
    rung("answered", { office: surveying }),
    { say: "How were you served? Press a key from 1, badly, to 5, very well." },
  ],
])("%s", (_name, call, expected) => {
  expect(concludeRinging(call)).toMatchObject(expected);
});
