import type { Moment } from "../../../local-twilio/voice/party";
import { createTalker } from "../../../local-twilio/voice/talker";

/* A stand-in of our own, so what it does is ours to say: talk for so long once there is somebody, and hang up. */
const moment = (kind: Moment["heard"]["kind"], seconds: number): Moment => ({
  heard: { kind, text: kind },
  seconds,
  awaits: "nothing",
});

test("a talker listens to whatever is played, and talks only to somebody", async () => {
  const { during } = createTalker(10);
  expect(await during(moment("say", 60))).toEqual({ does: "nothing", at: 60 });
  expect(await during(moment("conversation", 60))).toEqual({ does: "hangUp", at: 10 });
});

test("a talker counts the seconds of all talks together, those that were cut short as long as they were", async () => {
  const talker = createTalker(10);
  expect(await talker.during(moment("conversation", 4))).toEqual({ does: "nothing", at: 4 });
  expect(await talker.during(moment("conversation", 60))).toEqual({ does: "hangUp", at: 6 });
  talker.interrupted?.(1);
  await talker.during(moment("play", 60));
  talker.interrupted?.(2);
  expect(await talker.during(moment("conversation", 60))).toEqual({ does: "hangUp", at: 5 });
});

test("a talker of whom nothing else is said talks for thirty seconds", async () => {
  expect(await createTalker().during(moment("conversation", 60))).toEqual({ does: "hangUp", at: 30 });
});
