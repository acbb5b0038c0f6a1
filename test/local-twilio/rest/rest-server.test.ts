import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { CALL_SID_HEADER } from "../../../local-twilio/call-context";
import { parseFault } from "../../../local-twilio/faults";
import { FAULT_HEADER } from "../../../local-twilio/rest/redirect-headers";
import { type Product, startRestServer } from "../../../local-twilio/rest/rest-server";
import { type Rest, startRest } from "./rest-client";

const broken: Product = {
  host: "studio.twilio.com",
  handle: () => {
    throw new Error("a bug of ours");
  },
};
const webhook: Product = {
  host: "webhooks.twilio.com",
  handle: () => ({ status: 200, headers: { "content-type": "text/xml" }, body: "<Response/>" }),
};

let rest: Rest;
let map: string;
beforeEach(async () => {
  rest = await startRest({ extra: [broken, webhook] });
  const service = rest.sync.createService("gatehouse");
  rest.sync.createMap(service, "graylist");
  rest.sync.setItem(service, "graylist", "k", { n: 1 });
  map = `/v1/Services/${service}/Maps/graylist`;
});
afterEach(() => rest.close());

const refused = (code: number, message: string, status: number) => ({
  status,
  body: { code, message, status, more_info: `https://www.twilio.com/docs/errors/${code}` },
});

describe("credentials", () => {
  // https://www.twilio.com/docs/usage/requests-to-twilio#credentials, https://www.twilio.com/docs/api/errors/20003
  test("an API key goes with the token, too", async () => {
    const credentials = `SK${"0".repeat(32)}:${rest.account.authToken}`;
    expect(await rest.send("GET /v1/Services", { credentials })).toMatchObject({ status: 200 });
  });

  test.each(["", "AC:wrong", "wrong:0123456789abcdef0123456789abcdef", `SK${"0".repeat(32)}:wrong`])(
    "%j: 401 with 20003",
    async (credentials) => {
      const reply = await rest.send("GET /v1/Services", { credentials });
      expect(reply).toMatchObject(refused(20003, "Authenticate", 401));
      expect(reply.headers["www-authenticate"]).toMatch(/^Basic realm=/);
      expect(rest.journal.complaints).toEqual([]);
    },
  );

  test("are not asked of Twilio's own webhook host, whose reply goes out as it is", async () => {
    const reply = await rest.send("POST /v1/Accounts/AC/Flows/FW", {
      host: "webhooks.twilio.com",
      credentials: "",
    });
    expect([reply.status, reply.body, reply.headers["content-type"]]).toEqual([
      200,
      "<Response/>",
      "text/xml",
    ]);
  });
});

describe("what no product answers", () => {
  test("is 501 by name, and a complaint, when Twilio has it", async () => {
    const message = `Local Twilio does not have ListSyncList (GET sync.twilio.com${map.replace("Maps/graylist", "Lists")})`;
    const reply = await rest.send(`GET ${map.replace("Maps/graylist", "Lists")}`);
    expect(reply).toMatchObject(refused(20501, message, 501));
    expect(rest.journal.complaints).toEqual([message]);
  });

  test("is 405 with 20004 for a method that Twilio lacks too [https://www.twilio.com/docs/api/errors/20004]", async () => {
    expect(await rest.send(`PUT ${map}`)).toMatchObject(refused(20004, "Method not allowed", 405));
    expect(rest.journal.complaints).toEqual([]);
  });

  test("is 404 with 20404 for a path that Twilio lacks too [https://www.twilio.com/docs/api/errors/20404]", async () => {
    expect(await rest.send("GET /v1/Nothing")).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(rest.journal.complaints).toEqual([]);
  });
});

test("replies carry Twilio's headers [https://www.twilio.com/docs/usage/twilios-response]", async () => {
  const { headers } = await rest.send(`GET ${map}`);
  expect(headers["twilio-request-id"]).toMatch(/^RQ[0-9a-f]{32}$/);
  expect(headers["twilio-request-duration"]).toMatch(/^\d+\.\d{3}$/);
  expect(headers["twilio-concurrent-requests"]).toBe("1");
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
});

// https://www.twilio.com/docs/global-infrastructure/using-edge-locations-to-connect
test.each(["sync.twilio.com", "sync.twilio.com:443", "sync.us1.twilio.com", "sync.sydney.au1.twilio.com"])(
  "%s is Sync",
  async (host) => {
    expect((await rest.send(`GET ${map}`, { host })).status).toBe(200);
  },
);

test("requests to Sync are noted with the call they serve, by unique name", async () => {
  const { body } = await rest.send(`GET ${map}`, { headers: { [CALL_SID_HEADER]: "CA1" } });
  await rest.send(`POST ${map.replace("graylist", body.sid)}/Items/k`, { form: { Data: "{}" } });
  await rest.send("GET /2010-04-01/Accounts/AC/Calls.json", { host: "api.twilio.com" });
  await rest.send(`GET ${map.replace("Maps/graylist", "Maps")}`);
  await rest.send("GET /v1/Services");
  expect(rest.journal.sync).toEqual([
    { callSid: "CA1", target: "GET graylist" },
    { callSid: undefined, target: "POST graylist" },
    { callSid: undefined, target: "GET Maps" },
    { callSid: undefined, target: "GET Services" },
  ]);
});

test("a parameter that Twilio's document does not know is a warning, not a complaint", async () => {
  await rest.send(`GET ${map}?Bogus=1`);
  expect(rest.warnings).toEqual([expect.stringContaining("query parameter Bogus is unknown")]);
  expect(rest.journal.complaints).toEqual([]);
});

test("a bug of local Twilio's own is 500 and a complaint", async () => {
  const reply = await rest.send("GET /v2/Flows", { host: "studio.twilio.com" });
  expect(reply.status).toBe(500);
  expect(rest.journal.complaints).toEqual([expect.stringContaining("a bug of ours")]);
});

test("a body that is far too long is refused before it is parsed", async () => {
  const reply = await rest.send(`POST ${map}/Items`, { form: { Key: "k", Data: "x".repeat(300_000) } });
  expect(reply.status).toBe(413);
});

test("a client that gives up while it is sending is nobody's complaint", async () => {
  await new Promise<void>((resolve) => {
    const socket = connect({ host: "127.0.0.1", port: rest.port });
    socket.write(
      "POST /v1/Services HTTP/1.1\r\nhost: sync.twilio.com\r\ncontent-length: 100\r\n\r\nFriendly",
    );
    setTimeout(() => socket.resetAndDestroy(), 30);
    socket.on("close", () => resolve()).on("error", () => {});
  });
  expect((await rest.send(`GET ${map}`)).status).toBe(200);
  expect(rest.journal.complaints).toEqual([]);
});

test("the server listens on loopback only", async () => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((each) => each?.family === "IPv4" && !each.internal)?.address;
  if (address === undefined) return;
  const outcome = await new Promise((resolve) => {
    const socket = connect({ host: address, port: rest.port, timeout: 1000 });
    socket.on("connect", () => resolve("connected")).on("error", () => resolve("refused"));
    socket.on("timeout", () => resolve("refused"));
    socket.unref();
  });
  expect(outcome).toBe("refused");
});

test("a busy port is the error of listen", async () => {
  const { account, clock, faults, journal, port } = rest;
  const second = startRestServer({ account, clock, faults, journal, port, products: [] });
  await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
});

describe("injected faults", () => {
  const inject = (text: string, times = 1) => {
    const fault = parseFault(text);
    if (fault) rest.faults.add({ on: "sync:GET graylist", fault, times });
  };
  afterEach(() => expect(rest.journal.complaints).toEqual([]));

  test("a status is answered in Twilio's shape, as often as asked", async () => {
    inject("status:503");
    expect(await rest.send(`GET ${map}`)).toMatchObject({ status: 503, body: { status: 503 } });
    expect((await rest.send(`GET ${map}`)).status).toBe(200);
  });

  test("garbage is no JSON", async () => {
    inject("garbage");
    const reply = await rest.send(`GET ${map}/Items/k`);
    expect([reply.status, reply.headers["content-type"]]).toEqual([200, "text/html"]);
  });

  test("reset breaks the connection", async () => {
    inject("reset");
    await expect(rest.send(`GET ${map}`)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("a lost reply breaks the connection after the request is performed", async () => {
    rest.faults.add({ on: "sync:POST graylist", fault: { kind: "lost" }, times: 1 });
    const create = () => rest.send(`POST ${map}/Items`, { form: { Key: "once", Data: "{}" } });
    await expect(create()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await create()).status).toBe(409);
  });

  test("the redirection's faults are performed likewise; with no product there is nothing to perform", async () => {
    const headers = { [FAULT_HEADER]: "lost" };
    const update = () => rest.send(`POST ${map}/Items/k`, { form: { Data: '{"n":2}' }, headers });
    await expect(update()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect((await rest.send(`GET ${map}/Items/k`)).body.data).toEqual({ n: 2 });
    const elsewhere = rest.send("GET /score", { host: "provider.example", headers });
    await expect(elsewhere).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  test("slow answers as usual, later", async () => {
    inject("slow:60");
    const started = performance.now();
    expect((await rest.send(`GET ${map}`)).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
  });

  test("timeout never answers, and does not keep the server from closing", async () => {
    inject("timeout");
    const reply = rest.send(`GET ${map}`).catch((error: NodeJS.ErrnoException) => error.code);
    const first = await Promise.race([reply, new Promise((resolve) => setTimeout(resolve, 80, "silence"))]);
    expect(first).toBe("silence");
    await rest.close();
    expect(await reply).toBe("ECONNRESET");
  });

  test("only the target breaks", async () => {
    inject("status:500");
    expect((await rest.send(`POST ${map}/Items`, { form: { Key: "l", Data: "{}" } })).status).toBe(201);
  });
});
