import type { Room } from "../../../../src/policy/home/room";
import { mayLeaveMessage, outcomeOf } from "../../../../src/policy/home/room-outcome";

const room = (change: Partial<Room>): Room => ({ direction: "in", state: "over", at: "", ...change });

test.each<[string, Room | undefined, boolean, string, boolean]>([
  ["talked, and the other side hung up", room({ isAnswered: true }), true, "answered", false],
  ["talked, and hung up", room({ isAnswered: true }), false, "answered", false],
  ["nobody answered", room({ state: "unanswered", reason: "no-answer" }), true, "unanswered", true],
  [
    "nobody answered, and the caller hung up then",
    room({ state: "unanswered", reason: "busy" }),
    false,
    "unanswered",
    false,
  ],
  ["hung up while it rang", room({}), false, "abandoned", false],
  ["over, but nobody knows how, and the caller is there", room({}), true, "unanswered", true],
  [
    "answered by a phone that never joined",
    room({ isAnswered: true, reason: "no-answer" }),
    true,
    "unanswered",
    true,
  ],
  ["nothing was written down", undefined, true, "unknown", true],
  ["nothing was written down, and nobody is there", undefined, false, "unknown", false],
])("%s", (_name, found, isOnLine, outcome, mayLeave) => {
  expect(outcomeOf(found, isOnLine)).toBe(outcome);
  expect(mayLeaveMessage(outcomeOf(found, isOnLine), isOnLine)).toBe(mayLeave);
});
