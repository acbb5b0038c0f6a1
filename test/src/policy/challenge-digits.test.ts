import { createHmac } from "node:crypto";
import fc from "fast-check";
import { challengeDigits, speakDigits } from "../../../src/policy/challenge-digits";
import { callSid } from "./samples";

const seed = { secret: "a secret", callSid: callSid("x"), attempt: 1, numDigits: 3 };
const drawn = Array.from({ length: 5000 }, (_, index) =>
  challengeDigits({ ...seed, callSid: callSid(`${index}`) }),
);

test("the digits are the remainder of an HMAC-SHA256 over call, attempt and draw", () => {
  // RFC 2104 by node's own implementation, read as decimal text rather than as a machine word.
  const hex = createHmac("sha256", "a secret")
    .update(`challenge:${callSid("x")}:1:1`)
    .digest("hex");
  const decimal = BigInt(`0x${hex.slice(0, 16)}`).toString();
  expect(challengeDigits(seed)).toBe(decimal.slice(-3));
});

test("the same call is asked for the same digits, another secret for others", () => {
  expect(challengeDigits(seed)).toBe(challengeDigits({ ...seed }));
  expect(challengeDigits({ ...seed, numDigits: 10 })).not.toBe(
    challengeDigits({ ...seed, numDigits: 10, secret: "another" }),
  );
});

test("there are always as many digits as the flow's Gather takes, from 1 to 10, leading zeros among them", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 5 }),
      fc.string(),
      (numDigits, attempt, name) => {
        const digits = challengeDigits({ ...seed, callSid: name, attempt, numDigits });
        expect(digits).toMatch(new RegExp(`^\\d{${numDigits}}$`));
      },
    ),
  );
  expect(drawn.some((digits) => digits.startsWith("0"))).toBe(true);
  expect(drawn.some((digits) => digits.startsWith("00"))).toBe(true);
});

test("the digits are spread evenly", () => {
  // Pearson's chi-square with 9 degrees of freedom: 27.88 is exceeded once in a thousand (NIST/SEMATECH e-Handbook, 1.3.6.7.4).
  for (const place of [0, 1, 2]) {
    const counts = Array.from(
      { length: 10 },
      (_, digit) => drawn.filter((digits) => digits[place] === `${digit}`).length,
    );
    const expected = drawn.length / 10;
    const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(27.88);
  }
});

test("a further attempt is asked for other digits than the one before, even of a single digit", () => {
  for (let call = 0; call < 200; call += 1)
    for (const attempt of [2, 3, 4]) {
      const one = { ...seed, callSid: callSid(`${call}`), numDigits: 1 };
      expect(challengeDigits({ ...one, attempt })).not.toBe(
        challengeDigits({ ...one, attempt: attempt - 1 }),
      );
    }
});

test("digits are spoken one by one", () => {
  expect(speakDigits("042")).toBe("0 4 2");
});
