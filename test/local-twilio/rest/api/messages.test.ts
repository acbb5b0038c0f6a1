import { CALLER, LINE, type LiveLine, openLiveLine } from "./live-line";

/* The helper library as the client, every exchange judged by twilio_api_v2010.json;
   quotations: https://www.twilio.com/docs/messaging/api/message-resource */
const START = Date.parse("2026-01-05T15:00:00Z");
let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine({});
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

const messages = () => line.client.messages;
const send = (options: object = {}) =>
  messages().create({ from: LINE, to: CALLER, body: "800-FLOWERS", ...options });

test("a message is queued, sent and delivered, and seen by the test", async () => {
  const { sid } = await send();
  expect(sid).toMatch(/^SM[0-9a-f]{32}$/);
  expect(await messages()(sid).fetch()).toMatchObject({
    ...{ from: LINE, to: CALLER, body: "800-FLOWERS", status: "queued", direction: "outbound-api" },
    ...{ numSegments: "1", numMedia: "0", dateSent: null, errorCode: null, price: null },
  });
  await line.until(1);
  expect(await messages()(sid).fetch()).toMatchObject({ status: "sent", dateSent: new Date(START + 1000) });
  await line.until(3);
  expect(await messages()(sid).fetch()).toMatchObject({ status: "delivered" });
  expect(line.local.messages.sent()).toEqual([
    { sid, from: LINE, to: CALLER, body: "800-FLOWERS", at: START },
  ]);
});

test("numbers may be written in national format", async () => {
  await send({ from: "(212) 555-0100", to: "212 555 0101" });
  expect(line.local.messages.sent()).toMatchObject([{ from: LINE, to: CALLER }]);
});

// https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks: "A status callback request is
// not sent for the initial status"
test("the status callback is told of each later status", async () => {
  const { sid } = await send({ statusCallback: `${line.url}/x` });
  await line.local.switchboard.settled();
  const common = { MessageSid: sid, SmsSid: sid, To: CALLER, From: LINE, ApiVersion: "2010-04-01" };
  expect(line.told.map(({ at, parameters }) => ({ at, ...parameters }))).toEqual([
    { at: 1, ...common, AccountSid: line.local.account.sid, MessageStatus: "sent", SmsStatus: "sent" },
    {
      at: 3,
      ...common,
      AccountSid: line.local.account.sid,
      MessageStatus: "delivered",
      SmsStatus: "delivered",
    },
  ]);
});

// "SMS only: more than 160 GSM-7 characters (or 70 UCS-2 characters): the message is segmented"; 153 and 67 a segment
// with its header, and the two-character extension table: https://www.twilio.com/docs/glossary/what-sms-character-limit
test.each<[string, string, number]>([
  ["160 characters", "a".repeat(160), 1],
  ["161 characters", "a".repeat(161), 2],
  ["306 characters", "é".repeat(306), 2],
  ["307 characters", "a".repeat(307), 3],
  ["80 euro signs, two characters each", "€".repeat(80), 1],
  ["81 euro signs, of which 76 fit into a segment", "€".repeat(81), 2],
  ["153 euro signs", "€".repeat(153), 3],
  ["70 characters, one not in GSM-7", `á${"a".repeat(69)}`, 1],
  ["71 characters, one not in GSM-7", `á${"a".repeat(70)}`, 2],
  ["35 emoji, two characters each", "😀".repeat(35), 1],
  ["67 emoji, of which 33 fit into a segment", "😀".repeat(67), 3],
])("segments: %s", async (_sentence, body, segments) => {
  expect(await send({ body })).toMatchObject({ numSegments: String(segments) });
});

// Codes: https://www.twilio.com/docs/api/errors/CODE, whose titles say what each is for.
test.each<[string, object, number, string]>([
  ["no receiver", { to: "" }, 21604, "A 'To' phone number is required."],
  ["no sender", { from: "" }, 21603, "A 'From' phone number is required."],
  ["no text", { body: "" }, 21602, "Message body is required."],
  ["a text of 1601 characters", { body: "a".repeat(1601) }, 21617, "1600 character limit"],
  ["a receiver that is none", { to: "+1212555010" }, 21211, "Invalid 'To' Phone Number"],
  ["a sender that is none", { from: "Gatehouse" }, 21212, "Gatehouse is not a valid phone number"],
  ["a sender of somebody else", { from: "+12125550199" }, 21659, "is not a Twilio phone number"],
  ["a sender that cannot send", { from: "+12125550150" }, 21606, "not a valid, SMS-capable"],
  ["to itself", { to: LINE }, 21266, "cannot be the same"],
  ["a country that may not be sent to", { to: "+442079460000" }, 21408, "the region indicated"],
  ["who has answered STOP", { to: "+12125550151" }, 21610, "unsubscribed recipient"],
  ["what is no mobile number", { to: "+12125550152" }, 21614, "is not a mobile number"],
  ["who cannot be reached", { to: "+12125550153" }, 21612, "not currently reachable"],
])("refuses %s", async (_sentence, options, code, message) => {
  const { local } = line;
  const sms = { voice: true, sms: false, mms: false, fax: false };
  local.addNumber("+12125550150", { capabilities: sms });
  local.messages.marks.set("+12125550151", "optedOut").set("+12125550152", "notMobile");
  local.messages.marks.set("+12125550153", "unreachable");
  await expect(send(options)).rejects.toMatchObject({
    ...{ status: 400, code, message: expect.stringContaining(message) },
  });
  expect(local.messages.sent()).toEqual([]);
});

// https://support.twilio.com/hc/en-us/articles/223133647: the US, Canada and the UK; "other countries"
test("a landline gets nothing in the US, and is refused in other countries", async () => {
  line.local.messages.countries.add("BS");
  line.local.messages.marks.set(CALLER, "landline").set("+12425550101", "landline");
  const { sid } = await send();
  await line.until(3);
  expect(await messages()(sid).fetch()).toMatchObject({ status: "undelivered", errorCode: 30006 });
  await expect(send({ to: "+12425550101" })).rejects.toMatchObject({ status: 400, code: 21635 });
});

// https://www.twilio.com/docs/api/errors/21608
test("a trial account sends to verified numbers only, and says that it is one", async () => {
  line.local.account.type = "Trial";
  await expect(send()).rejects.toMatchObject({ status: 400, code: 21608 });
  line.local.account.verifiedCallerIds.add(CALLER);
  expect(await send()).toMatchObject({ body: "Sent from your Twilio trial account - 800-FLOWERS" });
});

test("messages are listed, newest first, and filtered", async () => {
  const first = await send({ body: "one" });
  await line.until(60);
  const second = await send({ to: "+12125550102", body: "two" });
  const sids = async (options: object) => (await messages().list(options)).map(({ sid }) => sid);
  expect(await sids({})).toEqual([second.sid, first.sid]);
  expect(await sids({ pageSize: 1 })).toEqual([second.sid, first.sid]);
  expect(await sids({ to: CALLER })).toEqual([first.sid]);
  expect(await sids({ from: "+12125550199" })).toEqual([]);
  expect(await sids({ dateSent: new Date("2026-01-05T12:00:00Z") })).toEqual([first.sid]);
});

// https://www.twilio.com/docs/api/errors/20009
test("a message is redacted, and deleted once it has arrived", async () => {
  const { sid } = await send();
  await expect(messages()(sid).remove()).rejects.toMatchObject({ status: 409, code: 20009 });
  expect(await messages()(sid).update({ body: "" })).toMatchObject({ sid, body: "" });
  await line.until(3);
  expect(await messages()(sid).remove()).toBe(true);
  await expect(messages()(sid).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  expect(line.local.messages.sent()).toMatchObject([{ sid, body: "800-FLOWERS" }]);
});

test.each<[string, object]>([
  ["MediaUrl", { mediaUrl: ["https://example.com/a.png"] }],
  ["MessagingServiceSid", { messagingServiceSid: `MG${"1".repeat(32)}` }],
  ["SendAt", { sendAt: new Date("2026-01-06T15:00:00Z") }],
  ["whatsapp:", { to: "whatsapp:+12125550101" }],
  ["12345", { from: "12345" }],
])("refuses by name: %s", async (name, options) => {
  await expect(send(options)).rejects.toMatchObject({ status: 501, message: expect.stringContaining(name) });
  expect(line.local.journal.complaints.splice(0)).toHaveLength(1);
});
