import { dispositionOf, type Observed } from "../../simulator/disposition-of";

const silentCall: Observed = {
  rejected: false,
  talked: false,
  isOwner: false,
  isOutgoing: false,
  isUndecided: false,
  hungUpBy: "twilio",
  dialed: [],
  isTurnedAway: false,
  isExhausted: false,
  isQueued: false,
  messages: [],
  heard: [{ kind: "say" }],
  applicationError: false,
  action: "challenge",
  results: [],
  spelled: [],
};
const conversation = [{ kind: "conversation" }];
const outgoing = { isOutgoing: true, action: undefined };
const message = [{ seconds: 6 }];

/** The end-state table of the house, and what a caller may do in between. */
test.each<[string, Partial<Observed>, string]>([
  ["a rejected call, whatever else", { rejected: true, action: "reject" }, "rejected"],
  [
    "a contact who was answered",
    { action: "connect", dialed: [{ status: "completed" }], heard: conversation },
    "connected",
  ],
  ["a listed caller who met the home's phone", { action: "household", talked: true }, "connected"],
  [
    "a number that the home's phone talked with",
    { ...outgoing, dialed: [{ status: "completed" }], heard: conversation },
    "connected",
  ],
  [
    "an owner who picks up and puts nobody through",
    { ...outgoing, dialed: [{ status: "completed" }] },
    "abandoned",
  ],
  ["a number that is busy", { ...outgoing, dialed: [{ status: "busy" }] }, "abandoned"],
  ["a number that cannot be reached", { ...outgoing, dialed: [{ status: "failed" }] }, "error"],
  ["an owner who hangs up in the menu", { action: "owner", isOwner: true, hungUpBy: "caller" }, "message"],
  ["a refusal", outgoing, "message"],
  ["a call that no Function decides", { ...outgoing, isUndecided: true }, "error"],
  [
    "nobody answered, a message was left",
    { dialed: [{ status: "no-answer" }], messages: message },
    "voicemail",
  ],
  ["a message ended by hanging up", { messages: message, hungUpBy: "caller" }, "voicemail"],
  ["an empty recording ended by hanging up", { messages: [{ seconds: 0 }], hungUpBy: "caller" }, "abandoned"],
  ["silence after the beep", { action: "voicemail", heard: [{ kind: "beep" }] }, "voicemail"],
  ["a wrong answer", { results: ["failed"] }, "failed-challenge"],
  ["a wrong answer by who then hangs up", { results: ["failed"], hungUpBy: "caller" }, "failed-challenge"],
  ["the third wrong answer", { results: ["locked"] }, "failed-challenge"],
  ["a wrong answer that leads to voicemail", { results: ["failed"], messages: message }, "voicemail"],
  ["no answer", {}, "unanswered-challenge"],
  ["speech that is not the digits", { results: ["unanswered"] }, "unanswered-challenge"],
  ["a second attempt in silence", { results: ["retry"] }, "unanswered-challenge"],
  ["a hang-up during the prompt", { hungUpBy: "caller" }, "abandoned"],
  ["a hang-up while it rings", { hungUpBy: "caller", dialed: [{ status: "canceled" }] }, "abandoned"],
  ["a sentence and the end", { action: "message" }, "message"],
  ["a menu that nobody answers", { action: "menu" }, "menu-exhausted"],
  [
    "a callee who picked up, heard who calls, and did not take the call",
    { action: "menu", hungUpBy: "caller", dialed: [{ status: "completed" }], heard: [{ kind: "ringing" }] },
    "abandoned",
  ],
  ["a caller whom whoever picked up has blocked", { action: "menu", isTurnedAway: true }, "rejected"],
  ["a caller who took no choice and hung up", { isExhausted: true, hungUpBy: "caller" }, "menu-exhausted"],
  [
    "no choice, and no message at the tone",
    { isExhausted: true, heard: [{ kind: "beep" }] },
    "menu-exhausted",
  ],
  ["no choice, but a message", { isExhausted: true, messages: message }, "voicemail"],
  ["a call-back that was asked for, and a hang-up", { isQueued: true, hungUpBy: "caller" }, "message"],
  [
    "who was told what a number spells, and hung up",
    { action: "vanity", spelled: ["tell"], hungUpBy: "caller" },
    "message",
  ],
  ["who gives no number, and hears a goodbye", { action: "menu", spelled: ["ask", "end"] }, "message"],
  [
    "who is asked for a number, and hangs up",
    { action: "vanity", spelled: ["ask"], hungUpBy: "caller" },
    "abandoned",
  ],
  [
    "who leaves a message since spelling failed",
    { action: "vanity", spelled: ["tell"], messages: message },
    "voicemail",
  ],
  ["a stranger who says no name", { action: "announce", heard: [{ kind: "beep" }] }, "unanswered-challenge"],
  ["Twilio's application error", { action: undefined, applicationError: true }, "error"],
  ["a call that ends with nothing said", { action: undefined }, "error"],
])("dispositionOf() names %s", (_sentence, change, disposition) => {
  expect(dispositionOf({ ...silentCall, ...change })).toBe(disposition);
});
