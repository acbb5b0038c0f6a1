import { type E164, isE164 } from "../../../src/telephony/e164";
import { numberKind } from "../../../src/telephony/number-kind";

function number(text: string): E164 {
  if (!isE164(text)) throw new Error(`${text} is no number`);
  return text;
}

/** Numbers that nobody has, put together so that no file holds one: country code, area code, rest. */
const made = (...parts: readonly string[]): E164 => number(`+${parts.join("")}`);

describe("numberKind()", () => {
  test("a line in New York, in Santo Domingo", () => {
    expect(numberKind(made("1", "212", "5550150"))).toBe("ordinary");
    expect(numberKind(made("1", "809", "5550150"))).toBe("ordinary");
  });
  // https://www.nationalnanpa.com/number_resource_info/ : toll-free 8YY, premium 900, personal communications 5XX
  test("North America's service area codes", () => {
    expect(numberKind(made("1", "800", "5550150"))).toBe("free");
    expect(numberKind(made("1", "900", "5550150"))).toBe("dear");
    expect(numberKind(made("1", "500", "5550150"))).toBe("dear");
  });
  // Ofcom, National Telephone Numbering Plan: 070 personal numbers, 084 special services, 09 premium
  test.each([
    ["70", "12345678"],
    ["843", "1234567"],
    ["909", "8790123"],
  ])("Britain's 0%s costs more", (prefix, rest) => {
    expect(numberKind(made("44", prefix, rest))).toBe("dear");
  });
  // Bundesnetzagentur, Service-Dienste (0)180: the caller pays a part. Ofcom's plan: 055 company-wide numbers, 076 pagers
  test.each([
    ["49", "180", "12345"],
    ["44", "55", "12345678"],
    ["44", "7640", "123456"],
  ])("+%s %s shares its cost, or is a company's, or a pager's", (country, prefix, rest) => {
    expect(numberKind(made(country, prefix, rest))).toBe("dear");
  });
  test("an area code that North America has not assigned", () => {
    expect(numberKind(made("1", "555", "5550100"))).toBe("unassigned");
  });
});
