/** A crash, a lost reply, a refusal at each request of a deploy in turn: calls are answered, the next run finishes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault } from "../../../local-twilio/faults";
import { deploy } from "../../../src/deploy/deploy";
import { undeploy } from "../../../src/deploy/undeploy";
import { buildDist } from "./build-dist";
import { callLine } from "./call-line";
import { type DeployDesk, haveConsole, haveHome, LINE, openDeployDesk, orderFor } from "./deploy-desk";
import { inventory } from "./inventory";
import { requestsToBreak } from "./requests-to-break";

const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
let empty: Awaited<ReturnType<typeof inventory>>;
let whole: Awaited<ReturnType<typeof inventory>>;
jest.setTimeout(60_000);
let requests = 0;
beforeAll(async () => {
  await buildDist(dist);
  await withDesk(async (desk) => {
    empty = await inventory(desk);
    const before = desk.local.faults.seen("http:*");
    await deploy(await orderFor(desk));
    requests = desk.local.faults.seen("http:*") - before;
    whole = await inventory(desk);
  });
}, 60_000);
afterAll(() => rmSync(dist, { recursive: true }));

async function withDesk(work: (desk: DeployDesk) => Promise<void>): Promise<void> {
  const desk = await openDeployDesk(dist);
  // The most that a deploy makes: a SIP domain, credentials, a second flow, and the web console, too.
  haveHome(desk);
  haveConsole(desk);
  try {
    await work(desk);
    expect(desk.local.journal.complaints).toEqual([]);
  } finally {
    await desk.close();
  }
}

/** Whoever calls now hears what was there before, or the whole of what is new. */
async function expectAnswered(desk: DeployDesk): Promise<void> {
  const { voiceUrl } = desk.local.account.numbers.get(LINE) ?? { voiceUrl: "" };
  if (voiceUrl === "") return;
  expect((await callLine(desk)).map(({ text }) => text).join(" ")).toMatch(/please press \d \d \d/);
}

/** The next run goes on from wherever the broken one came to, and nothing is there twice. */
async function expectFinishes(desk: DeployDesk): Promise<void> {
  desk.local.faults.clear();
  await expectAnswered(desk);
  const again = await deploy(await orderFor(desk));
  expect(["applied", "unchanged"]).toContain(again.kind);
  expect(await inventory(desk)).toEqual(whole);
}

/** Everything that was made is known, and can be taken away: the number has what it had before. */
async function expectRemoved(desk: DeployDesk): Promise<void> {
  const { account, holder, confirm, report } = await orderFor(desk);
  await undeploy({ account, holder, confirm, report, backUp: async () => "backup.json" });
  expect(await inventory(desk)).toEqual(empty);
}

const tried = async (desk: DeployDesk) => deploy(await orderFor(desk)).catch((error: Error) => error);
const SLOW_MACHINE_MS = 600_000;

test(
  "a crash after any request, whose reply is lost, leaves calls answered; the next run finishes",
  async () => {
    expect(requests).toBeGreaterThan(50);
    // The last request gives back the lock: nothing depends on it.
    for (const request of requestsToBreak(requests - 1))
      await withDesk(async (desk) => {
        desk.local.faults.add({ on: "http:*", fault: { kind: "lost" }, times: 1, after: request });
        desk.local.faults.add({ on: "http:*", fault: { kind: "reset" }, after: request });
        expect(await tried(desk)).toMatchObject({ name: "AccountFailure" });
        await expectFinishes(desk);
        await expectRemoved(desk);
      });
  },
  SLOW_MACHINE_MS,
);

/** Every second request is broken. */
function breakEverySecond(desk: DeployDesk, fault: Fault, on = "http:*"): void {
  for (let request = 0; request < 400; request++)
    desk.local.faults.add({ on, fault, times: 1, after: 2 * request });
}

/**
 * Each request is refused when it is made first: which one is told by what it asks, for several are under way at once.
 * Uploads, which go past the helper library and one after another, are refused every second time.
 */
function refuseEachOnce(desk: DeployDesk) {
  const { httpClient } = desk.account.client;
  const send = httpClient.request.bind(httpClient);
  const refused = new Set<string>();
  const body = JSON.stringify({ code: 20429, message: "Too Many Requests", status: 429 });
  httpClient.request = (async (options: Parameters<typeof send>[0]) => {
    const { method, uri, params, data } = options;
    const asked = JSON.stringify([method, uri, params, data]);
    if (refused.has(asked)) return send(options);
    refused.add(asked);
    return { statusCode: 429, body, headers: {} };
  }) as typeof send;
  breakEverySecond(desk, { kind: "status", status: 429 }, "http:serverless-upload.twilio.com");
  const stop = () => {
    httpClient.request = send;
  };
  return { refused, stop };
}

// Twilio has not processed what it refuses with 429: docs/api/errors/20429
test("a 429 at every request is waited out", () =>
  withDesk(async (desk) => {
    const { refused, stop } = refuseEachOnce(desk);
    expect(await tried(desk)).toMatchObject({ kind: "applied" });
    expect(refused.size).toBeGreaterThan(50);
    stop();
    await expectFinishes(desk);
  }));

test.each<[string, Fault]>([
  [
    "a 500 at every request: made again where that is safe, else by the next run",
    { kind: "status", status: 500 },
  ],
  ["every reply lost once: what was made is found, and made no second time", { kind: "lost" }],
])(
  "%s",
  (_name, fault) =>
    withDesk(async (desk) => {
      for (let runs = 0; runs < 60; runs++) {
        breakEverySecond(desk, fault);
        const { kind } = { kind: "", ...(await tried(desk)) };
        desk.local.faults.clear();
        await expectAnswered(desk);
        if (kind === "applied" || kind === "unchanged") break;
      }
      await expectFinishes(desk);
    }),
  SLOW_MACHINE_MS,
);
