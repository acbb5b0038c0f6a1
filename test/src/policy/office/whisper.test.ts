import { LOCALES } from "../../../../src/policy/office/office";
import {
  type AnnouncedCall,
  whisperDecisionOf,
  whisperKeysFor,
} from "../../../../src/policy/office/whisper-keys";
import { type Announcement, whisperWords } from "../../../../src/policy/office/whisper-words";
import { number } from "../samples";

const call: AnnouncedCall = { kind: "department", hasNumber: true, phone: number("31") };
const SIP = "sip:desk@office.example";

test.each<[string, Partial<AnnouncedCall>, string]>([
  ["a call for a department", {}, "1 take, 2 voicemail, 3 block, 4 allow"],
  ["a stranger with a name", { kind: "name" }, "1 take, 2 voicemail, 3 block, 4 allow"],
  ["a caller without a number", { hasNumber: false }, "1 take, 2 voicemail"],
  ["a stranger without a number", { kind: "name", hasNumber: false }, "1 take, 2 voicemail"],
  ["a number that may be forged: it is somebody else's", { kind: "forged" }, "1 take, 2 voicemail"],
  ["a SIP phone, which the forward list cannot hold", { phone: SIP }, "1 take, 2 voicemail, 3 block"],
])("%s is offered", (_name, change, expected) => {
  const offered = whisperKeysFor({ ...call, ...change });
  expect(offered.map(({ key, decision }) => `${key} ${decision}`).join(", ")).toBe(expected);
  for (const { key, decision } of offered)
    expect(whisperDecisionOf(key, { ...call, ...change })).toBe(decision);
});

test.each<[string, string, Partial<AnnouncedCall>]>([
  ["a key that nobody has", "5", {}],
  ["no key", "", {}],
  ["blocking whoever has no number", "3", { hasNumber: false }],
  ["letting a forged number through", "4", { kind: "forged" }],
])("%s decides nothing", (_name, key, change) => {
  expect(whisperDecisionOf(key, { ...call, ...change })).toBeUndefined();
});

const announcement: Announcement = {
  ...call,
  locale: "en",
  caller: "2 1 2, 5 5 5, 0 1 9 9",
  department: "finance",
  isNamePlayed: true,
};

test.each<[string, Partial<Announcement>, string]>([
  ["a department", {}, "A call for finance, from 2 1 2, 5 5 5, 0 1 9 9."],
  ["a department, no number", { caller: undefined }, "A call for finance, from a caller without a number."],
  ["a name", { kind: "name" }, "A call from 2 1 2, 5 5 5, 0 1 9 9. The caller gave this name:"],
  [
    "a name that is lost",
    { kind: "name", isNamePlayed: false },
    "A call from 2 1 2, 5 5 5, 0 1 9 9. The caller gave a name that cannot be played just now.",
  ],
  [
    "forged",
    { kind: "forged", caller: "Bo" },
    "This call shows the number of Bo, but the number may be forged.",
  ],
])("%s is said", (_name, change, who) => {
  expect(whisperWords({ ...announcement, ...change }).who).toBe(who);
});

test.each(LOCALES)("%s: the keys that are offered are said, and no others", (locale) => {
  const digits = (change: Partial<Announcement>) =>
    whisperWords({ ...announcement, locale, ...change }).keys.match(/\d/g);
  expect(digits({})).toEqual(["1", "2", "3", "4"]);
  expect(digits({ kind: "forged" })).toEqual(["1", "2"]);
});
