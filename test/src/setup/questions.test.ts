import { COMMAND_NAMES, ENVIRONMENT_NAMES, type VariableTraits } from "../../../src/config/environment";
import { checkAnswer } from "../../../src/setup/check-answer";
import { QUESTION_NAMES, type QuestionName, type Session } from "../../../src/setup/question";
import { QUESTIONS } from "../../../src/setup/questions";
import { houseOf } from "./house";

/** A run in which these answers have been given, that asks nobody outside. */
function session(answers: Partial<Record<QuestionName, string>> = {}): Session {
  return {
    house: houseOf(),
    isTalk: false,
    isOffline: true,
    localTimezone: "Europe/Berlin",
    known: (name) => answers[name],
    profile: () => Promise.reject(new Error("nobody is asked")),
    numbers: () => Promise.reject(new Error("nobody is asked")),
  };
}

const check = (name: QuestionName, text: string, answers = {}) =>
  checkAnswer(QUESTIONS[name], text, session(answers));

test.each<[QuestionName, string, string]>([
  ["account-sid", ` AC${"0".repeat(32)} `, `AC${"0".repeat(32)}`],
  ["auth-token", "a".repeat(32), "a".repeat(32)],
  ["line", "(212) 555-0100; +1 212 555 0101, +12125550100", "+12125550100,+12125550101"],
  ["phone", "212.555.0123", "+12125550123"],
  ["name", "Ann O'Neil", "Ann O'Neil"],
  ["email", "ann@example.com", "ann@example.com"],
  ["country", "gb", "GB"],
  ["timezone", "Europe/Berlin", "Europe/Berlin"],
  ["smtp-url", "smtps://user:p%40ss@mail.example.com", "smtps://user:p%40ss@mail.example.com"],
  ["smtp-url", "-", ""],
  ["mail-from", "phone@example.com", "phone@example.com"],
  ["mail-from", "Gatehouse <phone@example.com>", "Gatehouse <phone@example.com>"],
])("%s takes %j", async (name, text, value) => {
  expect(await check(name, text)).toMatchObject({ value });
});

test.each<[QuestionName, string, string]>([
  ["account-sid", `SK${"0".repeat(32)}`, "the SID of an API key"],
  ["account-sid", `AC${"0".repeat(31)}`, "an account SID is AC and 32 digits"],
  ["auth-token", "a".repeat(31), "this has 31 characters"],
  ["auth-token", `${"a".repeat(31)}!`, "an auth token has 32 letters and digits"],
  ["line", "home", "home is not a full telephone number"],
  ["line", ",", "a telephone number is missing"],
  [
    "phone",
    "555-0123",
    "allowed: a full telephone number, such as +12125550123 (without + it is read as one of US)",
  ],
  ["name", "x".repeat(101), "at most 100 characters"],
  ["email", "ann@", 'found "ann@"; allowed: an e-mail address'],
  ["country", "Germany", "a country code of two capital letters"],
  ["timezone", "berlin", 'did you mean "Europe/Berlin"?'],
  ["timezone", "+01:00", "an IANA time zone"],
  ["smtp-url", "https://mail.example.com", "the address of a mail server reads"],
  ["smtp-url", "smtp://user:p#ss@mail.example.com", "the address of a mail server reads"],
  ["mail-from", "Gatehouse <phone>", "an e-mail address"],
  ["mail-from", "Gatehouse\nBcc: <a@example.com>", "it must be a single line"],
  ["email", "-", 'found "-"'],
])("%s refuses %j", async (name, text, problem) => {
  expect(await check(name, text)).toMatchObject({ problem: expect.stringContaining(problem) });
});

test.each<[QuestionName, Partial<Record<QuestionName, string>>, string | undefined]>([
  ["country", { line: "+442079460018" }, "GB"],
  ["country", { line: "+16475550123" }, "CA"],
  ["country", {}, "US"],
  ["timezone", {}, "Europe/Berlin"],
  ["mail-from", { "smtp-url": "smtp://phone%40example.com:x@mail.example.com" }, "phone@example.com"],
  [
    "mail-from",
    { "smtp-url": "smtp://phone:x@mail.example.com", email: "ann@example.com" },
    "ann@example.com",
  ],
  ["mail-from", { "smtp-url": "smtp://%E0:x@mail.example.com" }, undefined],
])("%s after %j suggests %s", async (name, answers, suggestion) => {
  expect(await QUESTIONS[name].suggest?.(session(answers))).toBe(suggestion);
});

test("a phone without + is read as one of the country that was answered, or else of the line", async () => {
  expect(await check("phone", "020 7946 0018", { country: "GB" })).toEqual({ value: "+442079460018" });
  expect(await check("phone", "020 7946 0018", { line: "+442079460019" })).toEqual({
    value: "+442079460018",
  });
});

test("a question is hidden exactly when its variable is a secret", () => {
  const traits: Readonly<Record<string, VariableTraits>> = { ...ENVIRONMENT_NAMES, ...COMMAND_NAMES };
  for (const name of QUESTION_NAMES) {
    const { isSecret = false, variable } = QUESTIONS[name];
    expect([name, isSecret]).toEqual([name, traits[variable]?.isSecret ?? false]);
  }
});
