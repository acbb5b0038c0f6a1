import { createLeg, endLeg, type Leg } from "../../../local-twilio/voice/leg";
import type { Act, Moment, Party } from "../../../local-twilio/voice/party";
import { talkFor, talkTogether } from "../../../local-twilio/voice/talk";
import { CALLEE, CALLER, HOST, hangUp, LINE, type Line, openLine, press, START } from "./phone-line";

interface Watched extends Party {
  readonly moments: Moment[];
  readonly cuts: number[];
}

/** Does one act after another, each in a moment of its own, then nothing. */
function acting(...acts: readonly Act[]): Watched {
  const left = [...acts];
  const [moments, cuts]: [Moment[], number[]] = [[], []];
  return {
    moments,
    cuts,
    during: async (moment) => {
      moments.push(moment);
      return left.shift() ?? { at: moment.seconds, does: "nothing" };
    },
    interrupted: (seconds) => void cuts.push(seconds),
  };
}

function legOf({ world }: Line, party: Party, to = LINE): Leg {
  const row = {
    ...{ sid: world.sids("CA"), from: CALLER, to, dateCreated: world.clock.now() },
    ...({ direction: "inbound", status: "in-progress" } as const),
  };
  return createLeg({ row, party, callees: () => ({ does: "failed" }), documentUrl: HOST }, world);
}

const secondsPassed = ({ world }: Line) => (world.clock.now() - START) / 1000;

describe("two live legs", () => {
  it("talk until one hangs up, and the other is told how much of its moment was left out", async () => {
    const line = openLine({ replies: {} });
    const other = acting();
    const leg = legOf(line, acting(hangUp(7)));
    const talk = await talkTogether(leg, legOf(line, other, CALLEE), { limit: 60 });
    expect(talk).toEqual({ seconds: 7, end: "hungUp" });
    expect(leg.callerHungUp).toBe(true);
    expect(other.cuts).toEqual([7]);
    expect(secondsPassed(line)).toBe(7);
  });

  it("end it for the first one when the other hangs up", async () => {
    const line = openLine({ replies: {} });
    const other = legOf(line, acting(hangUp(5)), CALLEE);
    const leg = legOf(line, acting());
    const talk = await talkTogether(leg, other, { limit: 60 });
    expect(talk).toEqual({ seconds: 5, end: "interrupted" });
    expect([leg.callerHungUp, other.callerHungUp]).toEqual([false, true]);
  });

  it("stop at the limit", async () => {
    const line = openLine({ replies: {} });
    const talk = await talkTogether(legOf(line, acting()), legOf(line, acting(), CALLEE), { limit: 60 });
    expect(talk).toEqual({ seconds: 60, end: "over" });
    expect(secondsPassed(line)).toBe(60);
  });

  it("stop when the first one presses the star", async () => {
    const line = openLine({ replies: {} });
    const leg = legOf(line, acting(press("*", 3)));
    const talk = await talkTogether(leg, legOf(line, acting(), CALLEE), { limit: 60, hangupOnStar: true });
    expect(talk).toEqual({ seconds: 3, end: "star" });
  });

  it("stop when one of them is ended from outside, which is no hang-up of its party", async () => {
    const line = openLine({ replies: {} });
    const leg = legOf(line, acting());
    const talking = talkTogether(leg, legOf(line, acting(), CALLEE), { limit: 60 });
    await line.world.clock.sleep(4000);
    endLeg(leg);
    expect(await talking).toEqual({ seconds: 4, end: "hungUp" });
    expect(leg.callerHungUp).toBe(false);
  });
});

describe("a leg that is ended from outside", () => {
  it("hears nothing more", async () => {
    const line = openLine({ replies: {} });
    const leg = legOf(line, acting());
    endLeg(leg);
    expect(await talkFor(leg, { limit: 60 })).toEqual({ seconds: 0, end: "hungUp" });
    expect(leg.log.heard).toEqual([]);
  });
});
