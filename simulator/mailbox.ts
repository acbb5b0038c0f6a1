import { createServer, type Socket } from "node:net";
import PostalMime from "postal-mime";
import type { Fault, Faults } from "../local-twilio/faults";
import { PromptSmtpServer } from "./prompt-smtp-server";

/** One mail as its reader sees it. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A real SMTP server on the loopback that keeps what it is sent. */
export interface Mailbox {
  readonly mails: readonly Mail[];
  readonly port: number;
  /** What goes into SMTP_URL. */
  readonly url: string;
  clear(): void;
  close(): Promise<void>;
}

/**
 * Starts the mailbox. A mail is accepted only once it is read and kept, so that who waited for the 250 finds it here.
 * @param faults broken on purpose, one `smtp` fault a connection; `lost` keeps the mail and never says so. @param port 0 takes any free one.
 * @throws the listening error (EADDRINUSE) when the port is busy.
 */
export async function startMailbox(faults: Faults, port = 0): Promise<Mailbox> {
  const mails: Mail[] = [];
  const sockets = new Set<Socket>();
  const losing = new Set<number>();
  const smtp = createSmtp(mails, (port) => {
    const socket = losing.has(port) ? [...sockets].find(({ remotePort }) => remotePort === port) : undefined;
    socket?.resetAndDestroy();
    return socket !== undefined;
  });
  const server = createServer((socket) => {
    sockets.add(socket);
    const { remotePort = 0 } = socket;
    socket.on("close", () => {
      sockets.delete(socket);
      losing.delete(remotePort);
    });
    socket.on("error", () => socket.destroy());
    const fault = faults.take("smtp");
    if (fault?.kind === "lost") losing.add(remotePort);
    receive(socket, fault, () => smtp.connect(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    mails,
    port: actual,
    url: `smtp://127.0.0.1:${actual}`,
    clear: () => void mails.splice(0),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** @param lose breaks the connection from this port, if the answer to its mail is to be lost, and says whether it did */
function createSmtp(mails: Mail[], lose: (port: number) => boolean): PromptSmtpServer {
  return new PromptSmtpServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onData(stream, { remotePort }, accept) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        readMail(Buffer.concat(chunks)).then(
          (mail) => {
            mails.push(mail);
            if (!lose(remotePort)) accept();
          },
          (error: Error) => accept(error),
        );
      });
    },
  });
}

async function readMail(raw: Buffer): Promise<Mail> {
  const { to = [], subject = "", text = "", html = "" } = await PostalMime.parse(raw);
  const addresses = to.map((recipient) => recipient.address ?? "").filter((address) => address !== "");
  return { to: addresses.join(", "), subject, text: text.trimEnd(), html };
}

/** Lets a connection in, or breaks it in the way of the fault before the first word of the server. */
function receive(socket: Socket, fault: Fault | undefined, serve: () => void): void {
  switch (fault?.kind) {
    case undefined:
    case "lost":
      serve();
      return;
    case "slow":
      setTimeout(serve, fault.ms).unref();
      return;
    case "timeout":
      return;
    case "reset":
      socket.resetAndDestroy();
      return;
    case "garbage":
      socket.end("\u0000<<<garbage>>>{\r\n");
      return;
    case "status":
      socket.end(`${fault.status} injected\r\n`);
  }
}
