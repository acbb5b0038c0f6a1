import fc from "fast-check";
import { type Answer, judgeAnswer } from "../../../src/policy/judge-answer";
import { parseSpokenDigits } from "../../../src/policy/parse-spoken-digits";

// Digits: keys without the finishOnKey; SpeechResult: what was understood. https://www.twilio.com/docs/voice/twiml/gather
test.each<[string, Answer, string]>([
  ["the digits", { digits: "042" }, "right"],
  ["the digits and a pound, which is optional", { digits: "042#" }, "right"],
  ["other digits", { digits: "043" }, "wrong"],
  ["fewer digits", { digits: "04" }, "wrong"],
  ["the digits without their leading zero", { digits: "42" }, "wrong"],
  ["more digits", { digits: "0042" }, "wrong"],
  ["a star among them", { digits: "0*42" }, "wrong"],
  ["a pound alone, as in an earlier screening system", { digits: "#" }, "wrong"],
  ["nothing", {}, "none"],
  ["empty parameters, as Liquid leaves them", { digits: "", speech: "" }, "none"],
  ["the digits, spoken", { speech: "0 4 2" }, "right"],
  ["the digits, spoken in words", { speech: "Zero, four, two." }, "right"],
  ["other digits, spoken: robots talk", { speech: "zero four three" }, "none"],
  ["a sales talk with the digits in it", { speech: "press 042 to lower your rates" }, "none"],
  ["wrong keys while saying the right digits", { digits: "1", speech: "oh four two" }, "right"],
])("%s: %s", (_name, answer, judgement) => {
  expect(judgeAnswer(answer, "042")).toBe(judgement);
});

// Spellings as speech recognition gives them: https://www.twilio.com/docs/voice/twiml/gather#speechresult shows free text.
test.each<[string, string | undefined]>([
  ["4 2 7", "427"],
  ["four two seven", "427"],
  ["427.", "427"],
  ["four twenty-seven", "427"],
  ["forty-two seven", "427"],
  ["4, 2, 7!", "427"],
  ["4:27", "427"],
  ["for to ate", "428"],
  ["twenty", "20"],
  ["twenty ten", "2010"],
  ["twelve", "12"],
  ["oh oh seven", "007"],
  ["", undefined],
  ["...", undefined],
  ["hello", undefined],
  ["four two seven please", undefined],
  ["constructor", undefined],
])("%j is understood as %s", (speech, digits) => {
  expect(parseSpokenDigits(speech)).toBe(digits);
});

test("any digits, read out one by one with a space, are understood", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,10}$/), (digits) => {
      expect(judgeAnswer({ speech: [...digits].join(" ") }, digits)).toBe("right");
    }),
  );
});

test("whatever is pressed or said, only the digits are right", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (digits, speech) => {
      fc.pre(!digits.replaceAll("#", "").includes("9182736450") && !/\d{10}/.test(speech));
      expect(judgeAnswer({ digits, speech }, "9182736450")).not.toBe("right");
    }),
  );
});
