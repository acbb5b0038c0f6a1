/** Real calls through what was deployed, and what the doctor makes of Twilio's lists and our rows afterwards. */
import type { Callee } from "../../../local-twilio/voice/party";
import { callerScriptSchema } from "../../../simulator/caller-step-schema";
import { scriptedParty } from "../../../simulator/scripted-party";
import { LINE } from "../deploy/deploy-desk";
import { type DoctorDesk, openDoctorDesk, removeDist } from "./doctor-desk";

jest.setTimeout(60_000);
const FRIEND = "+12125550150";
const STRANGER = "+12125550177";
const BLOCKED = "+12125550199";
let desk: DoctorDesk;

beforeAll(async () => {
  desk = await openDoctorDesk();
  await desk.deploy();
  const items = await map("blocklist");
  await items.create({ key: BLOCKED, data: {} });
});
afterAll(async () => {
  const { complaints } = desk.local.journal;
  await desk.close();
  removeDist();
  expect(complaints).toEqual([]);
});

async function map(name: string) {
  const { services } = desk.account.client.sync.v1;
  const [service] = await services.list();
  return services(service?.sid ?? "").syncMaps(name).syncMapItems;
}

/** As scenarios have them: test/scenarios/README.md. */
type Step = Readonly<Record<string, unknown>>;

/** The SID of a call that is over, all that followed it included. */
async function call(from: string, script: Step[], callee: Callee = { does: "answers" }): Promise<string> {
  const { party } = scriptedParty(callerScriptSchema.parse(script));
  const outcome = await desk.local.receiveCall({ from, to: LINE, party, callees: () => callee });
  await outcome.afterwards;
  return outcome.callSid;
}

const LEAVES_A_MESSAGE: Step[] = [
  { hears: "(\\d) (\\d) (\\d)", presses: "$1$2$3" },
  { hears: "beep", speaks: "Hi, it is Bo", seconds: 6 },
];

/** Calls and voicemails, as they stand some minutes later. */
function see(): Promise<string[]> {
  const now = () => desk.local.clock.now() + 10 * 60_000;
  return desk.see(["calls", "voicemails"], { now });
}

test("calls that rang through, left a message, were rejected or given up have all come to an end", async () => {
  await call(FRIEND, [{ hears: "ringing" }]);
  await call(STRANGER, LEAVES_A_MESSAGE);
  await call(BLOCKED, []);
  await call(STRANGER, [{ hears: "(\\d) (\\d) (\\d)", hangsUp: true }]);
  const statuses = [...desk.local.account.calls.values()]
    .filter(({ direction }) => direction === "inbound")
    .map(({ status }) => status);
  expect(statuses).toEqual(["completed", "completed", "no-answer", "completed"]);
  expect(await see()).toEqual(["calls ok: 4, each with an end", "voicemails ok: 1, each known to us"]);
  expect(desk.mailbox.mails).toHaveLength(1);
});

test("a message whose row is gone is a failure, and so is a row that is gone", async () => {
  const callSid = await call(STRANGER, LEAVES_A_MESSAGE);
  const [recording] = [...desk.local.account.recordings.values()].filter((one) => one.callSid === callSid);
  const sid = recording?.sid ?? "";
  await (await map("voicemails"))(sid).remove();
  await (await map("calls"))(callSid).remove();
  expect(await see()).toEqual([
    expect.stringMatching(new RegExp(`^calls warning: ${callSid} of .* \\(completed\\) left no row`)),
    `voicemails failure: the recording ${sid} of ${callSid} was not noted, so its mail was never sent`,
  ]);
  desk.local.account.calls.delete(callSid);
});

test("with Functions down a message is still noted; who hangs up before the tone leaves no row", async () => {
  desk.local.faults.add({ on: "function:/incoming/screen", fault: { kind: "status", status: 500 } });
  await call(STRANGER, [{ hears: "beep", speaks: "Hi", seconds: 6 }]);
  const { callSid } = await desk.local.receiveCall({
    ...{ from: STRANGER, to: LINE, callees: () => ({ does: "answers" }) },
    party: { during: async () => ({ at: 0, does: "hangUp" }) },
  });
  desk.local.faults.clear();
  const unknown = new RegExp(`^calls warning: ${callSid} of .* left no row`);
  expect(await see()).toEqual([expect.stringMatching(unknown), "voicemails ok: 2, each known to us"]);
  const rows = await map("calls");
  await rows.create({ key: callSid, data: { disposition: "error", at: "2026-01-05T15:00:00Z" } });
  expect((await see())[0]).toMatch(new RegExp(`^calls failure: ${callSid} of .* ended in error$`));
  await rows(callSid).update({ data: { disposition: "abandoned" } });
  expect((await see())[0]).toBe("calls ok: 6, each with an end");
});

test("a call that is under way is not judged", async () => {
  let seen: string[] = [];
  await desk.local.receiveCall({
    ...{ from: STRANGER, to: LINE, callees: () => ({ does: "answers" }) },
    party: {
      during: async () => {
        seen = await see();
        return { at: 0, does: "hangUp" };
      },
    },
  });
  expect(seen[0]).toMatch(/^calls ok: 6, /);
});
