import { DISPOSITIONS, dispositionOf, surerDisposition } from "../../../src/policy/call-log";

const RECORDING = `RE${"0".repeat(32)}`;

// DialCallStatus values: https://www.twilio.com/docs/voice/twiml/dial#dialcallstatus-values
test.each<[string, Partial<Parameters<typeof dispositionOf>[0]>, string]>([
  ["a talk", { action: "connect", dialCallStatus: "completed" }, "connected"],
  ["a leg that was answered", { action: "connect", dialCallStatus: "answered" }, "connected"],
  [
    "a message after nobody answered",
    { action: "connect", dialCallStatus: "no-answer", recordingSid: RECORDING },
    "voicemail",
  ],
  ["nobody answered, and no message", { action: "connect", dialCallStatus: "busy" }, "abandoned"],
  ["hung up while it rang", { action: "connect" }, "abandoned"],
  [
    "a message of who passed",
    { action: "challenge", challengeResult: "right", recordingSid: RECORDING },
    "voicemail",
  ],
  ["passed, and no message", { action: "challenge", challengeResult: "right" }, "abandoned"],
  [
    "passed, and talked",
    { action: "challenge", challengeResult: "right", dialCallStatus: "completed" },
    "connected",
  ],
  ["wrong digits", { action: "challenge", challengeResult: "failed" }, "failed-challenge"],
  ["locked out by them", { action: "challenge", challengeResult: "locked" }, "failed-challenge"],
  [
    "wrong digits, then a message",
    { action: "challenge", challengeResult: "failed", recordingSid: RECORDING },
    "voicemail",
  ],
  ["silence", { action: "challenge" }, "unanswered-challenge"],
  ["a robot's talk", { action: "challenge", challengeResult: "unanswered" }, "unanswered-challenge"],
  [
    "silence after a second prompt",
    { action: "challenge", challengeResult: "retry" },
    "unanswered-challenge",
  ],
  ["sent to voicemail, and no message", { action: "voicemail" }, "abandoned"],
  ["a message", { action: "voicemail", recordingSid: RECORDING }, "voicemail"],
  [
    "who hangs up at the tone",
    { action: "voicemail", recordingSid: RECORDING, leftNothing: true },
    "abandoned",
  ],
  [
    "who fails, may leave a message, and hangs up at the tone",
    { action: "challenge", challengeResult: "failed", recordingSid: RECORDING, leftNothing: true },
    "failed-challenge",
  ],
  ["told a sentence", { action: "message" }, "message"],
  ["rejected", { action: "reject" }, "rejected"],
  ["a talk on the home's phone", { action: "household", homeOutcome: "answered" }, "connected"],
  ["nobody at home, and no message", { action: "household", homeOutcome: "unanswered" }, "abandoned"],
  [
    "a message after nobody was at home",
    { action: "household", homeOutcome: "unanswered", recordingSid: RECORDING },
    "voicemail",
  ],
  [
    "a talk with the primary contact",
    { action: "household", homeOutcome: "unanswered", primaryDialCallStatus: "completed" },
    "connected",
  ],
  [
    "a message after nobody at all answered",
    {
      action: "household",
      homeOutcome: "unanswered",
      primaryDialCallStatus: "no-answer",
      recordingSid: RECORDING,
    },
    "voicemail",
  ],
  ["hung up while the home's phone rang", { action: "household", homeOutcome: "abandoned" }, "abandoned"],
  ["an owner's errand", { action: "owner", hadOwnerMenu: true }, "message"],
  [
    "an owner who was put through",
    { action: "owner", hadOwnerMenu: true, homeOutcome: "answered" },
    "connected",
  ],
  [
    "an owner whom nobody answered",
    { action: "owner", hadOwnerMenu: true, homeOutcome: "unanswered" },
    "abandoned",
  ],
  ["an owner without PIN who hangs up", { action: "owner" }, "abandoned"],
  ["a talk with a department", { action: "menu", officeOutcome: "answered" }, "connected"],
  [
    "a department does not answer, and no message",
    { action: "menu", officeOutcome: "unanswered" },
    "abandoned",
  ],
  [
    "a message after a department did not answer",
    { action: "menu", officeOutcome: "unanswered", recordingSid: RECORDING },
    "voicemail",
  ],
  ["a department is closed, and no message", { action: "menu", officeOutcome: "closed" }, "abandoned"],
  ["hung up while a department rang", { action: "menu", officeOutcome: "gone" }, "abandoned"],
  ["blocked by whoever picked up", { action: "announce", officeOutcome: "blocked" }, "rejected"],
  ["a stranger says no name", { action: "announce", officeOutcome: "silent" }, "unanswered-challenge"],
  [
    "a stranger says no name, and leaves a message",
    { action: "announce", officeOutcome: "silent", recordingSid: RECORDING },
    "voicemail",
  ],
  ["the menu gives up, and no message", { action: "menu", menuExhausted: true }, "menu-exhausted"],
  [
    "the menu gives up, and the caller hangs up at the tone",
    { action: "menu", menuExhausted: true, recordingSid: RECORDING, leftNothing: true },
    "menu-exhausted",
  ],
  [
    "the menu gives up, and the caller says nothing at the tone",
    { action: "menu", menuExhausted: true, recordingSid: RECORDING, saidNothing: true },
    "menu-exhausted",
  ],
  [
    "nobody answers, and the caller says nothing at the tone",
    { action: "connect", recordingSid: RECORDING, saidNothing: true },
    "voicemail",
  ],
  [
    "the menu gives up, and a message",
    { action: "menu", menuExhausted: true, recordingSid: RECORDING },
    "voicemail",
  ],
  [
    "the menu gives up, and the operator answers",
    { action: "menu", menuExhausted: true, officeOutcome: "answered" },
    "connected",
  ],
  ["the menu says a sentence", { action: "menu", officeNext: "end" }, "message"],
  ["the menu plays a recording", { action: "menu", officeNext: "play" }, "message"],
  [
    "nothing could be spelled, and a goodbye was said",
    { action: "menu", officeNext: "vanity", vanityNext: "end" },
    "message",
  ],
  ["hung up when asked for a number", { action: "vanity", vanityNext: "ask" }, "abandoned"],
  ["hung up in the menu", { action: "menu", officeNext: "ask" }, "abandoned"],
  ["screening gave nothing", {}, "error"],
])("%s", (_name, end, disposition) => {
  const nothing = {
    action: undefined,
    challengeResult: undefined,
    dialCallStatus: undefined,
    homeOutcome: undefined,
    primaryDialCallStatus: undefined,
    officeOutcome: undefined,
    officeNext: undefined,
    vanityNext: undefined,
    menuExhausted: false,
    hadOwnerMenu: false,
    recordingSid: undefined,
    leftNothing: false,
    saidNothing: false,
  };
  expect(dispositionOf({ ...nothing, ...end })).toBe(disposition);
});

test("a message stays a message, in whatever order the steps of its call are noted", () => {
  for (const other of DISPOSITIONS) {
    expect(surerDisposition("voicemail", other)).toBe("voicemail");
    expect(surerDisposition(other, "voicemail")).toBe("voicemail");
  }
});

test("abandoned is what everything else overrides", () => {
  for (const other of DISPOSITIONS) expect(surerDisposition("abandoned", other)).toBe(other);
  expect(surerDisposition(undefined, "abandoned")).toBe("abandoned");
  expect(surerDisposition("connected", undefined)).toBe("connected");
});
