import { renderOwnerMail } from "../../../src/mail/render-owner-mail";

const mail = renderOwnerMail({
  to: "ann@example.com",
  subject: "Your PIN was used",
  words: "Somebody listened & joined.",
  facts: [["Call with", "<b>\r\nBcc: eve@example.com"]],
  at: new Date("2026-01-05T17:00:00Z"),
  timezone: "America/New_York",
  callSid: "CA1",
});

test("says what happened, when and in which call", () => {
  expect(mail).toMatchObject({ to: "ann@example.com", subject: "Your PIN was used" });
  expect(mail.text).toBe(
    "Somebody listened & joined.\n\nCall with: <b> Bcc: eve@example.com\nAt: Monday, January 5, 2026 at 12:00 PM EST\nCall: CA1\n",
  );
});

test("what others can choose is one line, and text in HTML", () => {
  expect(mail.html).toContain("Somebody listened &amp; joined.");
  expect(mail.html).toContain("Call with: &lt;b&gt; Bcc: eve@example.com<br>");
});
