import { escapeHtml } from "../../../src/mail/escape-html";
import { formatLength } from "../../../src/mail/format-length";
import { formatNumber } from "../../../src/mail/format-number";
import { formatTime } from "../../../src/mail/format-time";
import { oneLine } from "../../../src/mail/one-line";
import { parseE164 } from "../../../src/telephony/e164";

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [59, "59 seconds"],
  [60, "1 min"],
  [83, "1 min 23 s"],
  [3600, "60 min"],
])("formatLength() says %i seconds as %s", (seconds, words) => {
  expect(formatLength(seconds)).toBe(words);
});

// Offsets of the IANA time zone database: New York is UTC-5 in winter, UTC-4 in summer; Berlin UTC+1 in winter.
test.each([
  ["2026-01-05T15:00:00Z", "America/New_York", /^Monday, January 5, 2026 at 10:00 AM EST$/],
  ["2026-07-06T15:00:00Z", "America/New_York", /^Monday, July 6, 2026 at 11:00 AM EDT$/],
  ["2026-01-05T23:30:00Z", "Europe/Berlin", /^Tuesday, January 6, 2026 at 12:30 AM GMT\+1$/],
])("formatTime() tells %s in %s", (instant, timezone, words) => {
  expect(formatTime(new Date(instant), timezone)).toMatch(words);
});

// National and international form: https://en.wikipedia.org/wiki/National_conventions_for_writing_telephone_numbers
test.each([
  ["US", "(212) 555-0123"],
  ["GB", "+1 212 555 0123"],
])("formatNumber() writes a New York number as people in %s read it", (country, written) => {
  const number = parseE164("+12125550123", "US");
  expect(number && formatNumber(number, country)).toBe(written);
});

// RFC 5322, 2.2: a header field body may not include CR and LF except when folding.
test.each([
  ["CR and LF", "Bo\r\nBcc: all@example.com", "Bo Bcc: all@example.com"],
  ["a lone LF", "Bo\nX: y", "Bo X: y"],
  ["Unicode line separators", "Bo\u2028X\u2029Y\u0085Z", "Bo X Y Z"],
  ["tabs and NUL", "B\to\u0000!", "B o !"],
  ["marks that turn the direction of text around", "Bo\u202egpj.exe", "Bo gpj.exe"],
  ["surrounding space", "  Bo  ", "Bo"],
])("oneLine() keeps %s out of a header", (_what, text, line) => {
  expect(oneLine(text)).toBe(line);
});

test("oneLine() cuts what is too long for a subject", () => {
  expect(oneLine("x".repeat(500))).toHaveLength(120);
});

// https://html.spec.whatwg.org/multipage/syntax.html: the characters that end text or a quoted attribute
test("escapeHtml() leaves no character that could open a tag or end an attribute", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});
