import { LINE, type LiveLine, openLiveLine, PHONE } from "./live-line";

/* The helper library as the client; quotations: https://www.twilio.com/docs/voice/api/call-resource#create-a-call-resource */
const CUSTOMER = "+12125550124";
let line: LiveLine;
beforeEach(async () => {
  line = await openLiveLine({ sorry: "<Say>Sorry</Say>" });
});
afterEach(async () => {
  await line.close();
  expect(line.local.journal.complaints).toEqual([]);
});

type Options = Parameters<LiveLine["client"]["calls"]["create"]>[0];
const create = (options: Partial<Options>) =>
  line.client.calls.create({
    to: PHONE,
    from: LINE,
    url: `${line.url}/sorry.xml`,
    method: "GET",
    ...options,
  });

test.each([
  // Codes: https://www.twilio.com/docs/api/errors/21201 and so on; words: recorded replies in public repositories.
  [{ to: "" }, 21201, "No 'To' number is specified"],
  [{ from: "" }, 21213, "No 'From' number is specified"],
  [{ url: "" }, 21205, "Url parameter is required"],
  [{ url: "nowhere" }, 21205, "Url is not a valid URL: nowhere"],
  [{ to: "nobody" }, 21211, "The phone number you are attempting to call, nobody, is not valid."],
  [{ from: "!!###$%" }, 21212, "From is not a valid phone number: !!###$%"],
  [{ from: "+12125550177" }, 21210, "The source phone number provided, +12125550177, is not yet verified"],
  [{ statusCallback: "nowhere" }, 21609, "StatusCallback"],
  // "URLs must contain a valid hostname (underscores are not permitted)"
  [{ statusCallback: "https://my_host.example/" }, 21609, "StatusCallback"],
  [{ statusCallbackEvent: ["queued"] }, 21626, "StatusCallbackEvent"],
  // "the maximum is `600` seconds"; "Max 4000 characters"
  [{ timeout: 601 }, 20001, "Timeout"],
  [{ url: "", twiml: `<Response>${" ".repeat(4000)}</Response>` }, 20001, "Twiml"],
])("%j: %d", async (options, code, words) => {
  const expected = { status: 400, code, message: expect.stringContaining(words) };
  await expect(create(options)).rejects.toMatchObject(expected);
  expect(await line.client.calls.list()).toEqual([]);
});

test("a verified number of somebody else's may be shown", async () => {
  line.local.account.verifiedCallerIds.add(CUSTOMER);
  await expect(create({ from: CUSTOMER })).resolves.toMatchObject({ from: CUSTOMER });
  await line.local.switchboard.settled();
});

test.each([
  [{ sendDigits: "1" }, "SendDigits"],
  [{ machineDetection: "Enable" }, "MachineDetection"],
  [{ asyncAmd: "true" }, "AsyncAmd"],
  [{ record: true }, "Record"],
  [{ callReason: "Your call" }, "CallReason"],
  [{ applicationSid: `AP${"0".repeat(32)}` }, "ApplicationSid"],
  [{ to: "client:ann" }, "client:ann"],
  [{ to: "911" }, "911"],
  [{ to: LINE }, LINE],
])("%j is refused by name", async (options, name) => {
  const expected = { status: 501, message: expect.stringContaining(name) };
  await expect(create(options)).rejects.toMatchObject(expected);
  expect(line.local.journal.complaints.splice(0)).toHaveLength(1);
});

test("a SIP phone may be shown any user name, but none with spaces: 21212", async () => {
  const to = "sip:desk@example.com";
  await expect(create({ to, from: "front desk" })).rejects.toMatchObject({ status: 400, code: 21212 });
});
