import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { describeMailError } from "../../../src/mail/mail-refused";
import { openMailer } from "../../../src/mail/open-mailer";

const message = {
  to: "owner@example.com",
  subject: "Voicemail from Zoë (6 seconds)",
  text: "Hi, it is Zoë.\n",
  html: "<p>Hi, it is Zoë.</p>",
};
const mailFrom = "Gatehouse <phone@example.com>";

interface Closable {
  close(done: () => void): unknown;
}
const opened: Closable[] = [];
afterEach(async () => {
  for (const server of opened.splice(0)) await new Promise<void>((done) => server.close(done));
});

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  return `smtp://127.0.0.1:${isAddress(address) ? address.port : 0}`;
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  address !== null && typeof address !== "string";

async function smtp(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ disabledCommands: ["STARTTLS"], authOptional: true, ...options });
  opened.push(server);
  return listen(server.server);
}

/** A host that accepts connections and then does only what `greet` does. */
async function silent(greet: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    greet(socket);
  });
  opened.push({
    close(done) {
      for (const socket of sockets) socket.destroy();
      server.close(() => done());
    },
  });
  return listen(server);
}

async function failure(smtpUrl: string | undefined, from: string | undefined = mailFrom) {
  const started = performance.now();
  const error = await openMailer({ smtpUrl, mailFrom: from })
    .send(message)
    .then(
      () => undefined,
      (reason: unknown) => describeMailError(reason),
    );
  return { error, ms: performance.now() - started };
}

test("a mail arrives as it was written", async () => {
  const received: { raw: string; from: unknown; to: string[] }[] = [];
  const smtpUrl = await smtp({
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom: sender, rcptTo } = session.envelope;
        const raw = Buffer.concat(chunks).toString();
        received.push({
          raw,
          from: sender ? sender.address : undefined,
          to: rcptTo.map(({ address }) => address),
        });
        callback();
      });
    },
  });
  await openMailer({ smtpUrl, mailFrom }).send(message);
  expect(received).toHaveLength(1);
  const mail = await PostalMime.parse(received[0]?.raw ?? "");
  expect(received[0]).toMatchObject({ from: "phone@example.com", to: ["owner@example.com"] });
  expect(mail).toMatchObject({
    from: { name: "Gatehouse", address: "phone@example.com" },
    subject: message.subject,
    headers: expect.arrayContaining([
      // RFC 3834, 5: keeps holiday replies from answering
      expect.objectContaining({ key: "auto-submitted", value: "auto-generated" }),
    ]),
  });
  expect([mail.text?.trim(), mail.html?.trim()]).toEqual([message.text.trim(), message.html]);
});

test("user and password of SMTP_URL are used", async () => {
  let given: unknown;
  const url = await smtp({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      given = [username, password];
      callback(null, { user: "phone" });
    },
  });
  await openMailer({ smtpUrl: url.replace("//", "//phone:p%40ss@"), mailFrom }).send(message);
  expect(given).toEqual(["phone", "p@ss"]);
});

// SMTP reply codes: RFC 5321, 4.2.3 and RFC 4954, 6. Error codes: https://nodemailer.com/errors
test("a refused address is told without the address", async () => {
  const url = await smtp({
    onRcptTo: (_address, _session, callback) =>
      callback(Object.assign(new Error("no owner@example.com here"), { responseCode: 550 })),
  });
  expect((await failure(url)).error).toBe("mail server: EENVELOPE 550");
});

test("a refused password is told", async () => {
  const url = await smtp({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, callback) => callback(new Error("wrong")),
  });
  expect((await failure(url.replace("//", "//phone:wrong@"))).error).toBe("mail server: EAUTH 535");
});

test.each<[string, (socket: Socket) => void]>([
  ["never greets", () => undefined],
  ["greets one letter at a time", (socket) => trickle(socket)],
  ["greets and falls silent", (socket) => socket.write("220 hello\r\n")],
])("a server that %s is given up within 2 seconds", async (_what, greet) => {
  const { error, ms } = await failure(await silent(greet));
  expect(error).toMatch(/^mail server: (ETIMEDOUT|EABORT|ECONNECTION)/);
  expect(ms).toBeLessThan(2000);
});

/** Never idle long enough for a timeout of inactivity. */
function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write("2"), 100);
  socket.on("close", () => clearInterval(timer));
}

test("a port where nothing listens is told at once", async () => {
  const server = createServer();
  const url = await listen(server);
  await new Promise<void>((done) => server.close(() => done()));
  const { error, ms } = await failure(url);
  expect(error).toMatch(/^mail server: E/);
  expect(ms).toBeLessThan(1000);
});

test.each([
  [undefined, mailFrom, "SMTP_URL is not set"],
  ["", mailFrom, "SMTP_URL is not set"],
  ["smtp://127.0.0.1:1", "", "MAIL_FROM is not set"],
])("with SMTP_URL %s and MAIL_FROM %s, what is missing is told", async (smtpUrl, from, error) => {
  expect((await failure(smtpUrl, from)).error).toBe(error);
});

test("an SMTP_URL that is no address of a mail server is an error like any other", async () => {
  expect((await failure("mail.example")).error).toMatch(/^mail server: /);
});

test.each<[unknown, string]>([
  ["text", "failed for an unknown reason"],
  [new RangeError("owner@example.com"), "failed: RangeError"],
])("describeMailError() of %p keeps no foreign words", (error, words) => {
  expect(describeMailError(error)).toBe(words);
});
