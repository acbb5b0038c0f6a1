import type { Handler } from "../../../src/runtime/answer-request";
import { callSid, FRIEND, NOON } from "../../src/policy/samples";
import { FakeSync, type Trouble } from "../../src/store/fake-sync";
import { OWNER, type OwnerHouse, openOwnerHouse, PIN } from "./owner-house";

const mockWire = jest.fn();
jest.mock("../../../src/runtime/wiring", () => ({ wire: () => mockWire(), wireCall: () => mockWire() }));

const MINUTE = 60 * 1000;
const WRONG = "847290";
const NO_OPTIONS = "The owner's options are not available just now. Please stay on the line.";

let checkPin: Handler;
let house: OwnerHouse;
beforeAll(async () => {
  ({ handler: checkPin } = await import("../../../functions/home/check-pin.protected"));
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
function open(sync?: FakeSync): void {
  house = openOwnerHouse({}, sync);
  mockWire.mockReturnValue(house.wiring);
}
beforeEach(() => open());

const enter = (call: string, Digits: string, more: Record<string, string> = {}) =>
  house.ask(checkPin, call, { Digits, ...more });
const counter = () => house.sync.data("home", "owner-pin");

test("the right PIN: a ticket, and the menu; what is said of it is the menu's affair", async () => {
  expect(await enter("a", PIN)).toEqual({
    result: "right",
    say: "",
    attempt: "1",
    ticket: expect.stringMatching(/^[0-9a-f]{64}$/),
    menu: expect.stringMatching(/^To ring the phone, press 1\. .* To leave, press pound\.$/),
  });
  expect(counter()).toMatchObject({ tries: 0, lockouts: 0 });
  expect(house.sync.data("calls", callSid("a"))).toEqual({ disposition: "message" });
});

test("the pound key that ended it is no part of it", async () => {
  expect(await enter("a", `${PIN}#`)).toMatchObject({ result: "right" });
});

test.each([["847290"], ["84729"], ["8472911"], ["1"], ["847291847291847291"], ["*47291"]])(
  "%s: asked again, and not told how many digits it should have",
  async (digits) => {
    expect(await enter("a", digits)).toEqual({
      result: "retry",
      say: "That was not right. Please enter your PIN again, and press pound.",
      attempt: "2",
      ticket: "",
      menu: "",
    });
    expect(counter()).toMatchObject({ tries: 1 });
  },
);

test.each([[""], ["#"]])(
  "%j is nothing entered: not counted, and the call goes on as any listed one",
  async (digits) => {
    expect(await enter("a", digits)).toMatchObject({ result: "unavailable", ticket: "", menu: "" });
    expect(house.sync.requests).toEqual([]);
  },
);

test("three wrong ones in one call lock, by mail to the owner, once; then not even the PIN is right", async () => {
  const results = [];
  for (const Attempt of ["1", "2", "3", "4"])
    results.push((await enter("a", Attempt === "4" ? PIN : WRONG, { Attempt })).result);
  expect(results).toEqual(["retry", "retry", "locked", "locked"]);
  expect(await enter("b", PIN)).toEqual({
    ...{ result: "locked", say: NO_OPTIONS, attempt: "1", ticket: "", menu: "" },
  });
  expect(house.wiring.sent).toMatchObject([
    { to: "ann@example.com", subject: "Wrong PINs on your telephone" },
  ]);
  expect(JSON.stringify([house.wiring.sent, house.wiring.logged])).not.toMatch(/8472/);

  house.wiring.clock = NOON + 15 * MINUTE;
  expect(await enter("c", PIN)).toMatchObject({ result: "right" });
});

test("ten calls that guess at once: three of them are compared, one mail goes out", async () => {
  const calls = Array.from({ length: 10 }, (_, index) => `${index}`);
  const results = await Promise.all(calls.map((call) => enter(call, call === "9" ? PIN : WRONG)));
  const compared = house.wiring.logged.filter((line) => line.includes('"isCompared":true'));
  expect(compared).toHaveLength(3);
  expect(results.filter(({ result }) => result === "retry")).toHaveLength(2);
  expect(results.filter(({ result }) => result === "right")).toEqual([]);
  expect(house.wiring.sent).toHaveLength(1);
});

test("the third try is the right one: no lock, no mail", async () => {
  await enter("a", WRONG);
  await enter("b", WRONG);
  expect(await enter("c", PIN)).toMatchObject({ result: "right" });
  expect(house.wiring.sent).toEqual([]);
  expect(await enter("d", WRONG)).toMatchObject({ result: "retry" });
});

test("a mail server that refuses changes nothing, and is logged", async () => {
  house.wiring.mailError = Object.assign(new Error("no"), { code: "ECONNREFUSED" });
  for (const call of ["a", "b", "c"]) await enter(call, WRONG);
  expect(house.wiring.logged.join()).toContain("owner-not-mailed");
  expect(counter()).toMatchObject({ tries: 3, lockouts: 1 });
});

test("a webhook that is delivered twice gets the same answer, and counts once: one after the other, and at once", async () => {
  const first = await enter("a", WRONG);
  expect(await enter("a", WRONG)).toEqual(first);
  expect(counter()).toMatchObject({ tries: 1 });
  const [right, again] = await Promise.all([enter("b", PIN), enter("b", PIN)]);
  expect(again).toEqual(right);
  expect(right).toMatchObject({ result: "right" });
});

describe("nothing is compared for", () => {
  const refused = { result: "unavailable", say: NO_OPTIONS, ticket: "", menu: "" };
  test.each([[FRIEND], ["anonymous"], [""], [`sip:${OWNER}@example.com`], ["client:owner"]])(
    "a call from %j, though the digits are right",
    async (From) => {
      expect(await enter("a", PIN, { From })).toMatchObject(refused);
      expect(house.sync.requests).toEqual([]);
    },
  );
  test.each([
    ["a house without PIN", { LINK_SECRET: "a secret" }],
    ["a PIN that is no hash", { LINK_SECRET: "a secret", OWNER_PIN_HASH: PIN }],
    ["a house without the key of tickets", { OWNER_PIN_HASH: "x" }],
  ])("%s", async (_name, variables) => {
    house.wiring.variables = variables;
    expect(await enter("a", PIN)).toMatchObject(refused);
    expect(house.wiring.logged.join()).toContain("owner-pin-not-checked");
  });
  test("a policy without a home", async () => {
    const { home: _none, ...policy } = house.wiring.policyNow;
    house.wiring.policyNow = policy;
    expect(await enter("a", PIN)).toMatchObject(refused);
  });
  test("a Sync that is down, or refuses every write", async () => {
    for (const trouble of ["unavailable", "conflict"] satisfies Trouble[]) {
      open(
        new FakeSync((request) =>
          request.startsWith("GET") && trouble === "conflict" ? undefined : trouble,
        ),
      );
      expect(await enter("a", PIN)).toMatchObject(refused);
      expect(house.wiring.logged.join()).toContain("owner-pin-not-counted");
    }
  }, 10_000);
});

test("a Sync that fails after the try was counted: the right PIN is right, and the menu offers what it can", async () => {
  let isCounted = false;
  open(
    new FakeSync((request) => {
      if (isCounted) return "unavailable";
      isCounted = request.startsWith("POST");
      return undefined;
    }),
  );
  const { result, ticket, menu } = await enter("a", PIN);
  expect({ result, isTicket: /^\w{64}$/.test(ticket ?? "") }).toEqual({ result: "right", isTicket: true });
  expect(menu).toContain("To ring the phone, press 1.");
  expect(house.wiring.logged.join()).toContain("owner-pin-not-settled");
});

test("what makes no sense is refused", async () => {
  expect((await house.call(checkPin, "a", { CallSid: "CA1", Digits: PIN })).status).toBe(400);
  expect((await house.call(checkPin, "a", { Digits: PIN, Attempt: "0" })).status).toBe(400);
  expect(callSid("a")).toMatch(/^CA/);
});
