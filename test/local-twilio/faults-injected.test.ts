import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import twilio from "twilio";
import { createAccount } from "../../local-twilio/account";
import { SimulatedClock } from "../../local-twilio/clock";
import { Faults } from "../../local-twilio/faults";
import { Journal } from "../../local-twilio/journal";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { FAULT_HEADER } from "../../local-twilio/rest/redirect-headers";
import { startRestServer } from "../../local-twilio/rest/rest-server";
import { createWebhookSender } from "../../local-twilio/webhook";

/** What a test opened, closed again even when it fails. */
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** Faults as clients of each kind meet them. The client is Twilio's helper library, unmodified. */
describe("a process whose requests are redirected", () => {
  let local: LocalTwilio;
  beforeEach(async () => {
    local = await startLocalTwilio({ seed: "faults" });
  });
  afterEach(async () => {
    await local.close();
    expect(local.journal.complaints).toEqual([]);
  });

  /** A deploy in small: three requests, to two hosts. */
  async function threeRequests(): Promise<number> {
    const client = twilio(local.account.sid, local.account.authToken);
    await client.sync.v1.services("default").documents.create({ uniqueName: "lock", data: {} });
    await client.incomingPhoneNumbers.list();
    const { sid } = await client.verify.v2.services.create({ friendlyName: "gatehouse" });
    return sid === "" ? 0 : 3;
  }

  test("counts them all, rules or none", async () => {
    await threeRequests();
    expect(local.faults.seen("http:*")).toBe(3);
    expect(local.faults.seen("http:api.twilio.com")).toBe(1);
  });

  test.each(["lost", "reset"] as const)(
    "fails at exactly the request with %s, whichever it is",
    async (kind) => {
      for (const k of [0, 1, 2]) {
        const before = local.faults.seen("http:*");
        local.faults.add({ on: "http:*", fault: { kind }, after: k, times: 1 });
        await expect(threeRequests()).rejects.toThrow(/socket hang up|ECONNRESET/);
        expect(local.faults.seen("http:*") - before).toBe(k + 1);
        const document = twilio(local.account.sid, local.account.authToken)
          .sync.v1.services("default")
          .documents("lock");
        const wasMade = kind === "lost" || k > 0;
        const removal = document.remove().catch(({ status }: { status: number }) => status);
        expect(await removal).toBe(wasMade ? true : 404);
        local.faults.clear();
      }
    },
  );
});

test("a webhook whose reply is lost has been delivered, and its sender is told that nobody answered", async () => {
  const arrived: string[] = [];
  const server = createServer((incoming, response) => {
    arrived.push(incoming.url ?? "");
    response.end("hello");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  opened.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;
  const faults = new Faults();
  const world = { authToken: "token", faults, journal: new Journal(), isFunctionHost: () => true };
  const send = createWebhookSender({ ...world, portOf: () => port });
  faults.add({ on: "function:/incoming/screen", fault: { kind: "lost" }, after: 1, times: 1 });
  const webhook = { method: "POST", url: "http://house.example/incoming/screen", parameters: {} } as const;
  const kinds = [];
  for (let n = 0; n < 3; n += 1) kinds.push((await send({ ...webhook, timeoutMs: 2000 })).kind);
  expect(kinds).toEqual(["reply", "unreachable", "reply"]);
  expect(arrived).toHaveLength(3);
});

test("a deployed Function whose reply is lost has run", async () => {
  const account = createAccount(`AC${"0".repeat(32)}`, "token");
  const [served, journal] = [[] as string[], new Journal()];
  const rest = await startRestServer({
    ...{ account, clock: new SimulatedClock(0), faults: new Faults(), journal, products: [] },
    serveDomain: (domainName, _incoming, response) => {
      served.push(domainName);
      response.writeHead(200, { "content-type": "text/plain" });
      response.write("he");
      response.end("llo");
    },
  });
  opened.push(() => rest.close());
  const headers = { host: "gatehouse-1.twil.io", [FAULT_HEADER]: "lost" };
  const reply = new Promise((resolve) => {
    const outgoing = request({ host: "127.0.0.1", port: rest.port, headers }, (incoming: IncomingMessage) =>
      resolve(incoming.statusCode),
    );
    outgoing.on("error", (error: NodeJS.ErrnoException) => resolve(error.code)).end();
  });
  expect(await reply).toBe("ECONNRESET");
  expect(served).toEqual(["gatehouse-1.twil.io"]);
});
