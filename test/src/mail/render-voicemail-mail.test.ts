import { renderVoicemailMail, type VoicemailMail } from "../../../src/mail/render-voicemail-mail";

const mail: VoicemailMail = {
  to: "owner@example.com",
  recordingSid: `RE${"1".repeat(32)}`,
  name: "Bo Example",
  number: "(212) 555-0123",
  isWithheld: false,
  lineName: "Home",
  seconds: 6,
  receivedAt: new Date("2026-01-05T15:00:00Z"),
  timezone: "America/New_York",
  transcript: "Hi, it is Bo.",
  transcription: "completed",
  link: {
    url: "https://phone.example/voicemail/listen?recording=RE1&expires=2",
    expiresAt: new Date("2026-02-04T15:00:00Z"),
  },
};

test.each<[string, Partial<VoicemailMail>, string]>([
  ["names a contact", {}, "Voicemail from Bo Example (6 seconds)"],
  [
    "shows the number of a caller without a name",
    { name: undefined },
    "Voicemail from (212) 555-0123 (6 seconds)",
  ],
  [
    "shows the number when the contact has no name",
    { name: "" },
    "Voicemail from (212) 555-0123 (6 seconds)",
  ],
  [
    "says so when nobody knows the caller",
    { name: undefined, number: undefined },
    "Voicemail from Unknown caller (6 seconds)",
  ],
  ["leaves out a length that is not known yet", { seconds: undefined }, "Voicemail from Bo Example"],
  ["tells minutes", { seconds: 125 }, "Voicemail from Bo Example (2 min 5 s)"],
  [
    "lets no caller add headers",
    { name: "Bo\r\nBcc: all@example.com" },
    "Voicemail from Bo Bcc: all@example.com (6 seconds)",
  ],
])("the subject %s", (_what, change, subject) => {
  expect(renderVoicemailMail({ ...mail, ...change }).subject).toBe(subject);
});

test.each<[string, Partial<VoicemailMail>, string]>([
  ["who called", {}, "From: Bo Example, (212) 555-0123\n"],
  [
    "that the number was withheld",
    { name: undefined, number: undefined, isWithheld: true },
    "From: Unknown caller, number withheld\n",
  ],
  ["a number without name once", { name: undefined }, "From: (212) 555-0123\n"],
  ["which line was called", {}, "To: Home\n"],
  ["when, in the owner's timezone", {}, "Received: Monday, January 5, 2026 at 10:00 AM EST\n"],
  ["what was said", {}, "\n\nHi, it is Bo.\n\n"],
  [
    "that transcribing failed",
    { transcript: undefined, transcription: "failed" },
    "Twilio could not transcribe this message.",
  ],
  ["that there is no transcript", { transcript: undefined, transcription: "none" }, "There is no transcript"],
  [
    "that the transcript is late",
    { transcript: undefined, transcription: "awaited" },
    "The transcript had not come",
  ],
  ["that no words were heard", { transcript: undefined }, "heard no words"],
  ["where to listen", {}, "Listen: https://phone.example/voicemail/listen?recording=RE1&expires=2\n"],
  ["until when", {}, "until Wednesday, February 4, 2026 at 10:00 AM EST"],
  [
    "why there is no link",
    { link: undefined },
    `LINK_SECRET is not set. The recording is in your Twilio account: RE${"1".repeat(32)}`,
  ],
])("the mail tells %s", (_what, change, words) => {
  const { text, html } = renderVoicemailMail({ ...mail, ...change });
  expect(text).toContain(words);
  const shown = words.replace("Listen: ", "").replaceAll("&", "&amp;").trim();
  expect(html).toContain(shown);
});

test("nothing a caller chose becomes markup", () => {
  const evil = `<script src="x">'&`;
  const { html } = renderVoicemailMail({
    ...mail,
    name: evil,
    number: evil,
    transcript: evil,
    lineName: evil,
  });
  expect(html).not.toMatch(/<script|"x"|'&(?!#39;|lt;|gt;|quot;|amp;)/);
  expect(html.match(/&lt;script src=&quot;x&quot;&gt;&#39;&amp;/g)).toHaveLength(4);
});

test("a line called by nobody knows which is left out", () => {
  expect(renderVoicemailMail({ ...mail, lineName: undefined }).text).not.toMatch(/^To:/m);
});
