/** The unmodified helper library against local Twilio, which judges every request by Twilio's own documents. */
import type { MessageMark } from "../../../local-twilio/messages";
import { resultOfRefusal } from "../../../src/policy/vanity/text-result";
import { openMessages } from "../../../src/runtime/open-messages";
import { CALLER, LINE, type LiveLine, openLiveLine } from "../../local-twilio/rest/api/live-line";

let live: LiveLine;
beforeEach(async () => {
  live = await openLiveLine({});
});
afterEach(async () => {
  expect(live.local.journal.complaints).toEqual([]);
  await live.close();
});

const MESSAGE = { to: CALLER, from: LINE, body: "212-555-01-01" };
const send = () => openMessages(live.client).send(MESSAGE);

test("a message is taken", async () => {
  expect(await send()).toEqual({ outcome: "taken" });
  expect(live.local.messages.sent()).toMatchObject([MESSAGE]);
});

test.each<[MessageMark, number, string]>([
  ["optedOut", 21610, "stopped"],
  ["notMobile", 21614, "unreachable"],
  ["unreachable", 21612, "unreachable"],
])("one to a number that is %s is refused with %i", async (mark, code, result) => {
  live.local.messages.marks.set(CALLER, mark);
  expect(await send()).toEqual({ outcome: "refused", code });
  expect(resultOfRefusal(code)).toBe(result);
});

test("one to a country that is not switched on is refused", async () => {
  live.local.messages.countries.clear();
  expect(await send()).toEqual({ outcome: "refused", code: 21408 });
});

test("without an answer nobody knows", async () => {
  const failing = openMessages(live.client);
  jest.spyOn(live.client.messages, "create").mockRejectedValueOnce(new Error("socket hang up"));
  await expect(failing.send(MESSAGE)).rejects.toThrow("socket hang up");
  jest
    .spyOn(live.client.messages, "create")
    .mockRejectedValueOnce(Object.assign(new Error("down"), { status: 503 }));
  await expect(failing.send(MESSAGE)).rejects.toThrow("down");
});
