import { createServer } from "node:net";
import { createTransport } from "nodemailer";
import { Faults, parseFault } from "../../local-twilio/faults";
import { type Mailbox, startMailbox } from "../../simulator/mailbox";

/** nodemailer is the outside client; a mail it hands over must be read back word for word. */
let mailbox: Mailbox;
const faults = new Faults();

beforeAll(async () => {
  mailbox = await startMailbox(faults);
});
afterAll(() => mailbox.close());
beforeEach(() => {
  mailbox.clear();
  faults.clear();
});

const mail = {
  from: "gatehouse@example.com",
  to: "ann@example.com",
  subject: "Voicemail from Zoë ☎",
  text: "First line\n\nIt is Zoë.",
  html: "<p>It is Zo&euml;.</p>",
};

function send() {
  return createTransport({ url: mailbox.url, greetingTimeout: 400, socketTimeout: 400 }).sendMail(mail);
}

test("startMailbox() keeps what was sent, in words", async () => {
  await send();
  const { to, subject, text } = mail;
  expect(mailbox.mails).toEqual([{ to, subject, text, html: expect.stringContaining("Zo&euml;") }]);
});

test.each(["timeout", "reset", "garbage", "status:451", "status:554"])(
  "startMailbox() fails a connection with %s, and takes the next one",
  async (text) => {
    const fault = parseFault(text);
    if (fault === undefined) throw new Error(text);
    faults.add({ on: "smtp", fault, times: 1 });
    await expect(send()).rejects.toThrow();
    expect(mailbox.mails).toEqual([]);
    await send();
    expect(mailbox.mails).toHaveLength(1);
  },
);

test("startMailbox() keeps a mail whose acceptance is lost: who sends it again has sent it twice", async () => {
  faults.add({ on: "smtp", fault: { kind: "lost" }, times: 1 });
  await expect(send()).rejects.toThrow();
  expect(mailbox.mails).toHaveLength(1);
  await send();
  expect(mailbox.mails).toHaveLength(2);
});

test("startMailbox() is slow by as much as it was told", async () => {
  faults.add({ on: "smtp", fault: { kind: "slow", ms: 50 } });
  const started = performance.now();
  await send();
  expect(performance.now() - started).toBeGreaterThanOrEqual(49);
  expect(mailbox.mails).toHaveLength(1);
});

test("startMailbox() says that a port is busy", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(startMailbox(faults, port)).rejects.toMatchObject({ code: "EADDRINUSE" });
  await new Promise((resolve) => other.close(resolve));
});
