import type { Handler } from "../../../src/runtime/answer-request";
import { LINE, line } from "../../src/policy/samples";
import { FakeSync } from "../../src/store/fake-sync";
import { OFFICE, OWNER, type OwnerHouse, openOwnerHouse, PIN } from "./owner-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

let checkPin: Handler;
let ownerChoice: Handler;
let listen: Handler;
let house: OwnerHouse;
beforeAll(async () => {
  ({ handler: checkPin } = await import("../../../functions/home/check-pin.protected"));
  ({ handler: ownerChoice } = await import("../../../functions/home/owner.protected"));
  ({ handler: listen } = await import("../../../functions/home/listen.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
/** An office, and no phone for children. */
function open(sync?: FakeSync): void {
  house = openOwnerHouse({}, sync);
  house.wiring.policyNow = {
    ...{ country: "US", timezone: "America/New_York", owner: { name: "Ann", phone: OWNER } },
    ...{ lines: { [LINE]: line() }, office: OFFICE },
  };
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

async function menuOf(call: string) {
  const { ticket: Ticket = "", menu = "" } = await house.ask(checkPin, call, { Digits: PIN });
  let Pending = "";
  const press = async (Digits: string) => {
    const reply = await house.ask(ownerChoice, call, { Digits, Ticket, Pending });
    Pending = reply.pending ?? "";
    return reply.say;
  };
  return { press, menu, Ticket };
}
const state = () => house.sync.data("office", "state");

test("without a phone for children the owner has the office's options only, and nothing else is read", async () => {
  const { menu, press, Ticket } = await menuOf("a");
  expect(menu).toBe(
    "The office goes by its hours. To close it, press 8. To hear this again, press 9. To leave, press pound.",
  );
  for (const key of ["1", "2", "4", "5", "6", "7"])
    expect(await press(key)).toMatch(/^That key does nothing/);
  expect(house.sync.requests.join()).not.toMatch(/rooms|last-/);
  const { body } = await house.call(listen, "a", { ticket: Ticket, room: `CA${"1".repeat(32)}`, as: "join" });
  expect(String(body)).not.toContain("<Conference");
});

test("8 closes, opens, and goes back to the hours: what is said is how it stands, and what comes next", async () => {
  const { press } = await menuOf("a");
  const [closed, opened, back] = [await press("8"), await press("8"), await press("8")];
  expect(closed).toMatch(/^Done\. The office is closed, whatever its hours\. To open it, press 8\./);
  expect(opened).toMatch(/^Done\. The office is open, .*To let it go by its hours again, press 8\./);
  expect(back).toMatch(/^Done\. The office goes by its hours\. To close it, press 8\./);
  expect(state()).toMatchObject({ mode: "auto" });
});

test("a key that comes twice counts once", async () => {
  const { Ticket } = await menuOf("a");
  const twice = () => house.ask(ownerChoice, "a", { Digits: "8", Ticket, Pending: "" });
  const [first, again] = [await twice(), await twice()];
  expect(again.say).toBe(first.say);
  expect(state()).toMatchObject({ mode: "night" });
});

test("departments that were switched by themselves stay, and that is said; a switch whose time is over is none", async () => {
  house.sync.put("office", "state", { mode: "auto", departments: { finance: "day" }, note: "mine" });
  const { press } = await menuOf("a");
  expect(await press("8")).toMatch(/^Done\. Departments that were switched by .*The office is closed/);
  expect(state()).toMatchObject({ mode: "night", departments: { finance: "day" }, note: "mine" });
  house.sync.put("office", "state", { mode: "day", departments: { finance: "day" }, until: "2026-01-05" });
  house.wiring.clock += 24 * 60 * 60 * 1000;
  const later = await menuOf("b");
  expect(later.menu).toMatch(/^The office goes by its hours\./);
  expect(await later.press("8")).not.toContain("Departments");
  expect(state()).toEqual({ mode: "night", changedBy: expect.any(String) });
});

test("with Sync down the switch stays where it is, and that is said", async () => {
  open(new FakeSync((request) => (request.endsWith(" office") ? "unavailable" : undefined)));
  const { menu, press } = await menuOf("a");
  expect(menu).toBe("To hear this again, press 9. To leave, press pound.");
  expect(await press("8")).toMatch(/^That cannot be done just now/);
});
