import { mkdtempSync } from "node:fs";
import { createServer } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { createAccount } from "../../../local-twilio/account";
import { callContext } from "../../../local-twilio/call-context";
import { SimulatedClock } from "../../../local-twilio/clock";
import type { FunctionLog } from "../../../local-twilio/serverless/surroundings";
import { signWebhook } from "../../../local-twilio/webhook";
import { AUTH_TOKEN, ask, FIXTURES, FORM, hostFixtures, NOW } from "./hosted";

const LIMIT_MS = 150;
const logs: FunctionLog[] = [];
let world: Awaited<ReturnType<typeof hostFixtures>>;

beforeAll(async () => {
  world = await hostFixtures({ limitMs: LIMIT_MS, log: (line) => logs.push(line) });
});
afterAll(() => world.host.close());
beforeEach(() => {
  logs.length = 0;
  world.journal.clear();
});

// What `callback` takes: https://www.twilio.com/docs/serverless/functions-assets/functions/invocation
describe("a Function's answers", () => {
  test.each<[string, number, string, string]>([
    ["object", 200, "application/json; charset=utf-8", '{"a":1}'],
    ["text", 200, "text/plain; charset=utf-8", "plain words"],
    ["nothing", 200, "", ""],
    ["twiml", 200, "text/xml; charset=utf-8", "<Response><Say>hello</Say></Response>"],
    ["globalTwiml", 200, "text/xml; charset=utf-8", "<Response><Say>hello</Say></Response>"],
    ["created", 201, "text/xml; charset=utf-8", "<Response/>"],
  ])("%s is status %i of type %s", async (as, status, type, text) => {
    const answer = await world.ask(`/answers?as=${as}`);
    expect(answer).toMatchObject({ status, type, text: expect.stringContaining(text) });
  });

  test("bytes arrive as they are, with headers and cookies", async () => {
    const { bytes, headers } = await world.ask("/answers?as=bytes");
    expect([...bytes]).toEqual([0, 255, 128, 10]);
    expect(headers).toMatchObject({ "x-extra": "yes", "set-cookie": ["name=value"] });
  });

  test.each(["teapot", "number", "circular"])("%s, which cannot be sent, is a 500", async (as) => {
    const { status, text } = await world.ask(`/answers?as=${as}`);
    expect({ status, text }).toEqual({
      status: 500,
      text: expect.stringContaining("Cannot send what /answers called back with"),
    });
  });

  test("module state stays warm between calls", async () => {
    await world.ask("/answers?as=count");
    expect((await world.ask("/answers?as=count")).text).toBe('{"calls":2}');
  });
});

// Any error is a 5xx, which Twilio reports as 82002: https://www.twilio.com/docs/api/errors/82002
describe("a Function's failures", () => {
  test.each<[string, string]>([
    ["throwing", "thrown at line 4"],
    ["callbackError", "called back"],
    ["callbackText", "only words"],
    ["callbackObject", '{"code":7}'],
    ["callbackNumber", "Cannot send"],
    ["rejecting", "rejected"],
    ["rejectingWithNothing", "failed without saying why"],
    ["exiting", "process.exit()"],
  ])("%s is a 500, and the host lives on", async (by, text) => {
    expect(await world.ask(`/fails?by=${by}`)).toMatchObject({
      status: 500,
      text: expect.stringContaining(text),
    });
    expect((await world.ask("/answers?as=text")).text).toBe("plain words");
  });

  test.each(["rejectingAfterAnswering", "throwingAfterAnswering"])("%s keeps the answer", async (by) => {
    expect(await world.ask(`/fails?by=${by}`)).toMatchObject({ status: 200, text: "answered" });
  });

  test("the first of two answers counts, and the second is remarked upon", async () => {
    expect(await world.ask("/fails?by=twice")).toMatchObject({ status: 200, text: "first" });
    expect(logs).toEqual([expect.objectContaining({ path: "/fails", level: "warn" })]);
  });

  // 504 "runtime application timed out": https://www.twilio.com/docs/serverless/functions-assets/functions/debug
  test.each(["never", "late"])("one that answers %s is a 504 and a complaint", async (by) => {
    expect(await world.ask(`/fails?by=${by}`)).toMatchObject({
      status: 504,
      text: "runtime application timed out",
    });
    expect(world.journal.complaints).toEqual([expect.stringContaining("/fails did not answer within")]);
    await new Promise((resolve) => setTimeout(resolve, by === "late" ? 300 - LIMIT_MS : 0));
    expect(logs.length).toBe(by === "late" ? 1 : 0);
  });

  test.each<[string, string]>([
    ["/handless", "exports no handler"],
    ["/broken", "broken at load"],
  ])("%s is a 500 that says why", async (path, text) => {
    expect(await world.ask(path)).toMatchObject({ status: 500, text: expect.stringContaining(text) });
  });

  test("stack traces point into the bundle, by its own line numbers", async () => {
    const { text } = await world.ask("/fails?by=throwing");
    expect(text).toContain(`${join(FIXTURES, "functions", "fails.js")}:4:`);
  });
});

// https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow
describe("what may enter", () => {
  test.each<[string, string, number]>([
    ["PUT", "/answers?as=text", 405],
    ["DELETE", "/answers?as=text", 405],
    ["PATCH", "/fallback.xml", 405],
    ["HEAD", "/answers?as=text", 200],
    ["OPTIONS", "/answers", 204],
    ["GET", "/nested/guarded", 400],
    ["OPTIONS", "/nested/guarded", 204],
    ["GET", "/nested/guarded.protected", 404],
    ["GET", "/hidden", 404],
    ["GET", "/book.tsv", 404],
    ["GET", "/members.txt", 400],
    ["GET", "/nowhere", 404],
    ["GET", "/", 404],
    ["GET", "/favicon.ico", 404],
    ["GET", "/../host.test.ts", 404],
  ])("%s %s is status %i", async (method, path, status) => {
    expect((await world.ask(path, { method })).status).toBe(status);
  });

  test("a GET with a body is refused", async () => {
    const asked = { method: "GET", body: "a=1", headers: { "content-length": "3" } };
    expect((await world.ask("/answers?as=text", asked)).status).toBe(403);
  });

  test("more than 15 kB of headers, or 90 of them, are refused", async () => {
    const many = Object.fromEntries(Array.from({ length: 91 }, (_, index) => [`x-${index}`, "a"]));
    const answers = [many, { "x-long": "a".repeat(15_001) }, { "x-fits": "a".repeat(14_000) }].map(
      (headers) => world.ask("/answers?as=text", { headers }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([431, 431, 200]);
  });

  test("bodies end at 6 MB", async () => {
    const post = (size: number) =>
      world.ask("/answers?as=text", {
        body: Buffer.alloc(size, 97),
        headers: { "content-type": "text/plain" },
      });
    expect([(await post(6 * 1024 * 1024)).status, (await post(6 * 1024 * 1024 + 1)).status]).toEqual([
      200, 413,
    ]);
  });

  test("a body that is no JSON is a 400", async () => {
    const broken = { body: "{", headers: { "content-type": "application/json" } };
    expect((await world.ask("/answers?as=text", broken)).status).toBe(400);
  });

  test("static Assets are served with their content type", async () => {
    const fallback = await world.ask("/fallback.xml");
    expect(fallback).toMatchObject({ status: 200, type: "text/xml; charset=utf-8" });
    expect(fallback.text).toContain("<Say>");
    expect(await world.ask("/unknown.thing")).toMatchObject({
      type: "application/octet-stream",
      text: "bytes",
    });
  });

  test("nothing but loopback is listened on", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4");
    if (outside === undefined) return;
    await expect(fetch(`http://${outside.address}:${world.host.port}/fallback.xml`)).rejects.toThrow();
  });
});

describe("what a Function sees", () => {
  const show = async (path = "/shows", from = world) => JSON.parse((await from.ask(path)).text);

  test("the simulated clock, wherever it says Date, while everyone else keeps theirs", async () => {
    expect(await show()).toMatchObject({
      today: "2026-01-05T15:00:00.000Z",
      now: NOW,
      parsed: Date.UTC(2020, 1, 2),
      isDate: true,
    });
    await world.clock.sleep(3_600_000);
    expect((await show()).now).toBe(NOW + 3_600_000);
    expect(Math.abs(Date.now() - performance.timeOrigin - performance.now())).toBeLessThan(60_000);
  });

  // https://www.twilio.com/docs/serverless/functions-assets/functions/variables
  test("its variables, in the context and in process.env, and nothing of this process", async () => {
    const seen = await show();
    expect(seen.environment).toEqual({
      GREETING: "hello",
      ACCOUNT_SID: world.account.sid,
      AUTH_TOKEN,
    });
    expect(seen.variables).toMatchObject({
      ...seen.environment,
      DOMAIN_NAME: `localhost:${world.host.port}`,
      PATH: "/shows",
    });
    expect(seen).toMatchObject({ symbols: 0, client: "function" });
    expect(process.env.GREETING).toBeUndefined();
  });

  test("query and form in one event, repeated fields as arrays, cookies apart", async () => {
    const { text } = await world.ask("/shows?a=1", {
      body: "b=2&c=3&c=4",
      headers: { "content-type": FORM, cookie: "d=5", "x-own": "6", "x-forwarded-for": "7" },
    });
    expect(JSON.parse(text)).toMatchObject({
      fields: { a: "1", b: "2", c: ["3", "4"] },
      cookies: { d: "5" },
      headers: { "x-own": "6", "content-type": FORM },
    });
    expect(text).not.toContain("x-forwarded-for");
  });

  test("private Assets, Functions by name, and its own bundle's file name", async () => {
    expect(await show()).toMatchObject({
      assets: { "/book.tsv": "a private book\n" },
      functions: ["answers", "broken", "fails", "handless", "hidden", "nested/guarded", "shows"],
      file: join(FIXTURES, "functions", "shows.js"),
    });
  });

  test("the call it serves is known to what it calls", async () => {
    const readCallContext = () => callContext.getStore();
    Reflect.set(globalThis, "readCallContext", readCallContext);
    const callSid = "CA00000000000000000000000000000001";
    expect((await show(`/shows?CallSid=${callSid}`)).call).toEqual({ callSid });
    Reflect.deleteProperty(globalThis, "readCallContext");
  });

  test("what it prints goes to the host's log", async () => {
    await show();
    expect(logs).toEqual([
      { path: "/shows", level: "log", text: "a line and { of: 'log' }" },
      { path: "/shows", level: "error", text: "an error" },
    ]);
  });

  test("nothing of another Service in the same process", async () => {
    const other = await hostFixtures({
      functionsDir: join(FIXTURES, "other", "functions"),
      assetsDir: join(FIXTURES, "other", "assets"),
      environment: { GREETING: "other" },
      clock: new SimulatedClock(0),
    });
    expect(await show("/shows", other)).toMatchObject({
      now: 0,
      assets: { "/book.tsv": "another book\n" },
      functions: ["shows"],
      variables: { GREETING: "other" },
    });
    expect(await show()).toMatchObject({ assets: { "/book.tsv": "a private book\n" } });
    await other.host.close();
  });
});

// https://www.twilio.com/docs/usage/security#validating-requests
describe("protected paths", () => {
  test("a signed webhook enters, and the same one with another body does not", async () => {
    const url = `http://${world.host.domainName}/nested/guarded?x=1`;
    const headers = {
      "content-type": FORM,
      "x-twilio-signature": signWebhook(AUTH_TOKEN, url, { CallSid: "CA1" }),
    };
    const enter = (body: string) => ask(world.host, "/nested/guarded?x=1", { headers, body });
    expect(await enter("CallSid=CA1")).toMatchObject({ status: 200, text: '{"by":"CA1"}' });
    expect((await enter("CallSid=CA2")).status).toBe(400);
  });

  test("protected Assets too", async () => {
    const url = `http://${world.host.domainName}/members.txt`;
    const headers = { "x-twilio-signature": signWebhook(AUTH_TOKEN, url, {}) };
    expect(await world.ask("/members.txt", { headers })).toMatchObject({
      status: 200,
      text: "for members\n",
    });
  });
});

describe("what cannot be hosted", () => {
  test("an account without a token: an empty key would sign as well as any", async () => {
    const account = createAccount("AC00000000000000000000000000000000", "");
    await expect(hostFixtures({ account })).rejects.toThrow("no auth token");
  });

  test("a folder that is not there, or holds no Function", async () => {
    const empty = mkdtempSync(join(tmpdir(), "gatehouse-"));
    await expect(hostFixtures({ functionsDir: empty })).rejects.toThrow("no built Function");
    await expect(hostFixtures({ functionsDir: join(empty, "none") })).rejects.toThrow("no such folder");
    await expect(hostFixtures({ assetsDir: join(empty, "none") })).rejects.toThrow("no such folder");
  });

  test("a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    await expect(hostFixtures({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    other.close();
  });
});
