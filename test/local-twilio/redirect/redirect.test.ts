import http from "node:http";
import http2 from "node:http2";
import https from "node:https";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { CALL_SID_HEADER, callContext } from "../../../local-twilio/call-context";
import { Faults } from "../../../local-twilio/faults";
import { installRedirect } from "../../../local-twilio/redirect/redirect";
import { FAULT_HEADER, HOST_HEADER } from "../../../local-twilio/rest/redirect-headers";

/** What arrived instead of at Twilio. */
interface Arrival {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const arrivals: Arrival[] = [];
const sockets = new Set<unknown>();
const server = http.createServer(async (incoming, response) => {
  const { method, url, headers } = incoming;
  sockets.add(incoming.socket);
  let body = "";
  for await (const chunk of incoming) body += chunk;
  arrivals.push({ method, url, headers, body });
  response.end("arrived");
});
const faults = new Faults();
let port = 0;
let restore = () => {};

beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
beforeEach(() => {
  arrivals.length = 0;
  sockets.clear();
  faults.clear();
  port = (server.address() as AddressInfo).port;
  restore = installRedirect({ port, faults, callSid: () => callContext.getStore()?.callSid });
});
afterEach(() => restore());
afterAll(() => void server.close());

type Call = (done: (incoming: http.IncomingMessage) => void) => http.ClientRequest;
const textOf = (call: Call) =>
  new Promise<string>((resolve, reject) => {
    const outgoing = call(async (incoming) => {
      let text = "";
      for await (const chunk of incoming) text += chunk;
      resolve(text);
    });
    outgoing.on("error", reject);
    outgoing.end();
  });

/** The forms of https://nodejs.org/api/https.html#httpsrequesturl-options-callback. */
test.each<[string, Call]>([
  [
    "https.request(options)",
    (done) => https.request({ hostname: "sync.twilio.com", path: "/v1/x?a=b" }, done),
  ],
  [
    "https.request(options with host and port)",
    (done) => https.request({ host: "sync.twilio.com", port: 443, path: "/v1/x?a=b" }, done),
  ],
  ["https.request(text)", (done) => https.request("https://sync.twilio.com/v1/x?a=b", done)],
  [
    "https.request(text, options)",
    (done) => https.request("https://sync.twilio.com/v1/x?a=b", { method: "GET" }, done),
  ],
  ["https.request(URL)", (done) => https.request(new URL("https://sync.twilio.com/v1/x?a=b"), done)],
  ["https.get(text)", (done) => https.get("https://sync.twilio.com/v1/x?a=b", done)],
  ["http.request(text)", (done) => http.request("http://sync.twilio.com/v1/x?a=b", done)],
  ["http.get(options)", (done) => http.get({ host: "sync.twilio.com", path: "/v1/x?a=b" }, done)],
  [
    "an agent of its own",
    (done) =>
      https.request(
        { host: "sync.twilio.com", path: "/v1/x?a=b", agent: new https.Agent({ keepAlive: true }) },
        done,
      ),
  ],
])("%s arrives at the local port", async (_form, call) => {
  expect(await textOf(call)).toBe("arrived");
  expect(arrivals).toMatchObject([{ method: "GET", url: "/v1/x?a=b", headers: { host: "sync.twilio.com" } }]);
});

test("headers, credentials and body arrive", async () => {
  const url = "https://AC1:secret@api.twilio.com/x";
  await textOf((done) => {
    const outgoing = https.request(url, { method: "POST", headers: { "X-One": "1", Host: "other" } }, done);
    outgoing.write("a=b");
    return outgoing;
  });
  expect(arrivals).toMatchObject([
    { method: "POST", body: "a=b", headers: { "x-one": "1", host: "api.twilio.com" } },
  ]);
  expect(arrivals[0]?.headers.authorization).toBe(`Basic ${Buffer.from("AC1:secret").toString("base64")}`);
});

test("fetch arrives, with body and headers, and tells the host", async () => {
  const reply = await fetch("https://api.twilio.com/x.mp3?y=z", {
    method: "POST",
    body: "a=b",
    headers: { authorization: "Basic x" },
  });
  expect(await reply.text()).toBe("arrived");
  expect(arrivals).toMatchObject([
    {
      method: "POST",
      url: "/x.mp3?y=z",
      body: "a=b",
      headers: { authorization: "Basic x", [HOST_HEADER]: "api.twilio.com" },
    },
  ]);
  await fetch(new Request("https://api.twilio.com/z"), { signal: AbortSignal.timeout(1000) });
  expect(arrivals[1]?.url).toBe("/z");
});

// Where builds are deployed: https://www.twilio.com/docs/serverless/api#understanding-domains
test("*.twil.io arrives, by request and by fetch, and tells the domain", async () => {
  await textOf((done) => https.get("https://gatehouse-1234-dev.twil.io/x", done));
  await fetch("https://gatehouse-1234-dev.twil.io/x");
  expect(arrivals.map(({ headers }) => headers[HOST_HEADER])).toEqual([
    "gatehouse-1234-dev.twil.io",
    "gatehouse-1234-dev.twil.io",
  ]);
  faults.add({ on: "http:*.twil.io", fault: { kind: "reset" } });
  await fetch("https://gatehouse-1234-dev.twil.io/x");
  expect(arrivals[2]?.headers[FAULT_HEADER]).toBe("reset");
});

// Hosts of https://github.com/TeleSign/node_telesign and https://github.com/TeleSign/ruby_telesign
test.each(["rest-ww", "rest-api", "detect"])(
  "%s.telesign.com arrives, too, and takes faults",
  async (name) => {
    const host = `${name}.telesign.com`;
    await textOf((done) => https.get(`https://${host}/x`, done));
    faults.add({ on: `http:${host}`, fault: { kind: "timeout" } });
    await fetch(`https://${host}/x`);
    expect(arrivals.map(({ headers }) => [headers[HOST_HEADER], headers[FAULT_HEADER]])).toEqual([
      [host, undefined],
      [host, "timeout"],
    ]);
  },
);

test("connections are kept: one is enough for requests that follow each other", async () => {
  for (let n = 0; n < 5; n += 1) await textOf((done) => https.get("https://sync.twilio.com/", done));
  expect(sockets.size).toBe(1);
});

test("requests carry the SID of the call that the running code serves", async () => {
  const ask = () => textOf((done) => https.get("https://sync.twilio.com/", done));
  await callContext.run({ callSid: "CA1" }, ask);
  await ask();
  expect(arrivals.map(({ headers }) => headers[CALL_SID_HEADER])).toEqual(["CA1", undefined]);
});

test("faults are asked for by host, elsewhere than Twilio too, and handed to the local server", async () => {
  faults.add({ on: "http:api.twilio.com", fault: { kind: "slow", ms: 5 }, times: 1 });
  faults.add({ on: "http:provider.example", fault: { kind: "status", status: 503 } });
  await textOf((done) => https.get("https://api.twilio.com/", done));
  await textOf((done) => https.get("https://api.twilio.com/", done));
  await fetch("https://provider.example/score");
  expect(arrivals.map(({ headers }) => headers[FAULT_HEADER])).toEqual(["slow:5", undefined, "status:503"]);
});

test("requests to this machine are left alone", async () => {
  faults.add({ on: "http:*", fault: { kind: "timeout" } });
  expect(await textOf((done) => http.get(`http://127.0.0.1:${port}/mine`, done))).toBe("arrived");
  expect(await (await fetch(`http://localhost:${port}/mine`)).text()).toBe("arrived");
});

/** A leak would reach the real Twilio: every other way there throws before anything is sent. */
describe("the guard refuses", () => {
  test("sockets of one's own", () => {
    expect(() => tls.connect({ host: "gatehouse-1.twil.io", port: 443 })).toThrow(
      "Refused to call the real gatehouse-1.twil.io",
    );
    expect(() => tls.connect({ host: "api.twilio.com", port: 443 })).toThrow("Refused");
    expect(() => tls.connect(443, "api.twilio.com")).toThrow("Refused");
    expect(() => tls.connect(443, "detect.telesign.com")).toThrow("Refused");
    expect(() => http2.connect("https://api.twilio.com")).toThrow("Refused");
  });

  test("any spelling of the host", () => {
    for (const host of ["API.Twilio.COM", "api.twilio.com.", "twilio.com"])
      expect(() => tls.connect({ host, port: 443 })).toThrow("Refused");
  });

  test("everything, when no port is known", async () => {
    restore();
    restore = installRedirect({});
    expect(() => https.get("https://api.twilio.com/")).toThrow("LOCAL_TWILIO_PORT is not set");
    await expect(fetch("https://api.twilio.com/")).rejects.toThrow("LOCAL_TWILIO_PORT is not set");
    await expect(fetch("https://gatehouse-1.twil.io/")).rejects.toThrow("LOCAL_TWILIO_PORT is not set");
    await expect(fetch("https://rest-ww.telesign.com/")).rejects.toThrow("LOCAL_TWILIO_PORT is not set");
  });
});

test("installing twice is an error; uninstalling gives everything back", () => {
  expect(() => installRedirect({ port })).toThrow("redirected already");
  const patched = [https.request, https.get, http.request, http.get, globalThis.fetch, tls.connect];
  restore();
  const given = [https.request, https.get, http.request, http.get, globalThis.fetch, tls.connect];
  expect(given.filter((each, index) => each === patched[index])).toEqual([]);
  expect(() => restore()).not.toThrow();
});
