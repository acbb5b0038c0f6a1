/** A crash, a lost reply, a refusal at each request of a deploy in turn: calls are answered, the next run finishes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Fault } from "../../../local-twilio/faults";
import { deploy } from "../../../src/deploy/deploy";
import { buildDist } from "./build-dist";
import { callLine } from "./call-line";
import { type DeployDesk, LINE, openDeployDesk, orderFor } from "./deploy-desk";
import { inventory } from "./inventory";

const dist = mkdtempSync(join(tmpdir(), "gatehouse-dist-"));
let whole: Awaited<ReturnType<typeof inventory>>;
jest.setTimeout(60_000);
let requests = 0;
beforeAll(async () => {
  await buildDist(dist);
  await withDesk(async (desk) => {
    await deploy(await orderFor(desk));
    requests = desk.local.faults.seen("http:*");
    whole = await inventory(desk);
  });
}, 60_000);
afterAll(() => rmSync(dist, { recursive: true }));

async function withDesk(work: (desk: DeployDesk) => Promise<void>): Promise<void> {
  const desk = await openDeployDesk(dist);
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

const tried = async (desk: DeployDesk) => deploy(await orderFor(desk)).catch((error: Error) => error);
const SLOW_MACHINE_MS = 300_000;

test(
  "a crash after any request, whose reply is lost, leaves calls answered; the next run finishes",
  async () => {
    expect(requests).toBeGreaterThan(50);
    for (let request = 0; request < requests; request++)
      await withDesk(async (desk) => {
        desk.local.faults.add({ on: "http:*", fault: { kind: "lost" }, times: 1, after: request });
        desk.local.faults.add({ on: "http:*", fault: { kind: "reset" }, after: request });
        expect(await tried(desk)).toMatchObject({ name: "AccountFailure" });
        await expectFinishes(desk);
      });
  },
  SLOW_MACHINE_MS,
);

test(
  "a 500 at any request leaves calls answered; where it is safe the request is made again, else the next run is",
  async () => {
    for (let request = 0; request < requests; request++)
      await withDesk(async (desk) => {
        desk.local.faults.add({
          on: "http:*",
          fault: { kind: "status", status: 500 },
          times: 1,
          after: request,
        });
        await tried(desk);
        await expectFinishes(desk);
      });
  },
  SLOW_MACHINE_MS,
);

/** Every request is broken once, and let through when it is made again. */
function breakEachOnce(desk: DeployDesk, fault: Fault): void {
  for (let request = 0; request < 400; request++)
    desk.local.faults.add({ on: "http:*", fault, times: 1, after: 2 * request });
}

// Twilio has not processed what it refuses with 429: docs/api/errors/20429
test("a 429 at every request is waited out", () =>
  withDesk(async (desk) => {
    breakEachOnce(desk, { kind: "status", status: 429 });
    expect(await tried(desk)).toMatchObject({ kind: "applied" });
    await expectFinishes(desk);
  }));

test("every reply lost once: what was made is found, and made no second time", () =>
  withDesk(async (desk) => {
    for (let runs = 0; runs < 40; runs++) {
      breakEachOnce(desk, { kind: "lost" });
      const { kind } = { kind: "", ...(await tried(desk)) };
      desk.local.faults.clear();
      if (kind === "applied" || kind === "unchanged") break;
    }
    await expectFinishes(desk);
  }));
