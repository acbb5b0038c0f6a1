import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import twilio from "twilio";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import type { Party } from "../../../local-twilio/voice/party";

/* Calls that the voice engine made, as Twilio's helper library reads them afterwards: what a reconciler relies on.
   Statuses: https://www.twilio.com/docs/voice/api/call-resource#call-status-values; Reject: docs/voice/twiml/reject. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  talk: "<Say>Good morning</Say>",
  busy: '<Reject reason="busy"/>',
  reject: "<Reject/>",
  wait: '<Pause length="10"/>',
  broken: "<Response",
};
const FROM = "+12125550199";
let folder: string;
let local: LocalTwilio;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gatehouse-calls-"));
  for (const name of ["functions", "assets"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "functions/x.js"), "exports.handler = (c, e, callback) => callback(null, '');");
  for (const [name, twiml] of Object.entries(DOCUMENTS)) {
    const text = name === "broken" ? twiml : `<Response>${twiml}</Response>`;
    writeFileSync(join(folder, `assets/${name}.xml`), text);
  }
  local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z"), seed: "calls" });
  const host = await local.hostService({
    functionsDir: join(folder, "functions"),
    assetsDir: join(folder, "assets"),
    environment: {},
  });
  url = `http://${host.domainName}`;
});
afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true });
  expect(local.journal.complaints).toEqual([expect.stringContaining("/broken.xml: 12100")]);
});

const client = () => twilio(local.account.sid, local.account.authToken);
const patient: Party = { during: async ({ seconds }) => ({ at: seconds, does: "nothing" }) };
const hasty: Party = { during: async () => ({ at: 2, does: "hangUp" }) };

/** A call an hour after the last one, to a number of its own. */
async function call(number: string, document: string, party = patient): Promise<string> {
  await local.clock.sleep(3_600_000);
  const voiceUrl = document === "" ? "" : `${url}/${document}.xml`;
  local.addNumber(number, { voiceUrl, voiceMethod: "GET" });
  const callees = () => ({ does: "answers" }) as const;
  return (await local.receiveCall({ from: FROM, to: number, party, callees })).callSid;
}

test("every call is in the list with its status, its start and its number, answered or not", async () => {
  const placed: [number: string, document: string, status: string, party?: Party][] = [
    ["+12125550100", "talk", "completed"],
    ["+12125550101", "busy", "busy"],
    ["+12125550102", "reject", "no-answer"],
    ["+12125550103", "wait", "canceled", hasty],
    ["+12125550104", "", "failed"],
    // Its caller hears the application error, so the call was answered and is completed.
    ["+12125550105", "broken", "completed"],
  ];
  for (const [number, document, status, party] of placed) {
    const fetched = await client()
      .calls(await call(number, document, party))
      .fetch();
    expect(fetched).toMatchObject({ to: number, status, direction: "inbound" });
    expect(fetched.phoneNumberSid).toBe(local.account.numbers.get(number)?.sid);
    expect(fetched.startTime.getTime()).toBe(fetched.dateCreated.getTime());
    expect(Number(fetched.duration) > 0).toBe(status === "completed");
  }
  const listed = await client().calls.list({ pageSize: 4 });
  expect(listed.map(({ to }) => to)).toEqual(placed.map(([number]) => number).reverse());
});

test("the list is filtered by status and by when a call started", async () => {
  const numbers = async (filter: Parameters<ReturnType<typeof client>["calls"]["list"]>[0]) =>
    (await client().calls.list(filter)).map(({ to }) => Number(to.slice(-1)));
  expect(await numbers({ status: "failed" })).toEqual([4]);
  expect(await numbers({ status: "canceled" })).toEqual([3]);
  expect(await numbers({ status: "completed", to: "+12125550100" })).toEqual([0]);
  const fourth = new Date("2026-01-05T19:00:00Z");
  expect(await numbers({ startTimeAfter: fourth })).toEqual([5, 4, 3]);
  expect(await numbers({ startTimeBefore: fourth })).toEqual([2, 1, 0]);
  expect(await numbers({ startTimeAfter: fourth, status: "failed" })).toEqual([4]);
});
