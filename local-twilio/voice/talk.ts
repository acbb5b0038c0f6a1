import { attendUntil, pressKeys } from "./attend";
import type { Leg } from "./leg";

const CONVERSATION = { heard: { kind: "conversation", text: "conversation" }, awaits: "nothing" } as const;

/** What ends a talk besides a hang-up. */
export interface TalkLimits {
  /** Seconds. */
  readonly limit: number;
  /** The leg leaves the talk by pressing `*`. */
  readonly hangupOnStar?: boolean;
  readonly until?: AbortSignal;
}

/** How a talk went for one leg. `over`: its time was up. `interrupted`: its signal cut it short. */
export interface Talk {
  readonly seconds: number;
  readonly end: "over" | "star" | "hungUp" | "interrupted";
}

/** Lets one leg talk, with whoever it may be. */
export async function talkFor(leg: Leg, { limit, hangupOnStar = false, until }: TalkLimits): Promise<Talk> {
  const wanted = hangupOnStar ? (["press"] as const) : [];
  let passed = 0;
  while (passed < limit) {
    const rest = { ...CONVERSATION, seconds: limit - passed };
    const act = await attendUntil(leg, rest, { wanted, until, resumed: passed > 0 });
    passed += act.at;
    if (act.does === "hangUp") return { seconds: passed, end: "hungUp" };
    if (act.does === "interrupted") return { seconds: passed, end: "interrupted" };
    if (act.does !== "press") break;
    passed += await pressKeys(leg, act.keys, (key) => key === "*");
    if (act.keys.includes("*")) return { seconds: passed, end: "star" };
  }
  return { seconds: passed, end: "over" };
}

/**
 * Lets two live legs talk with each other until one hangs up or is ended, the time is up, or `leg` presses `*` under
 * `hangupOnStar`: whatever comes first ends the talk for both. Gives how it went for `leg`; `interrupted` means that
 * the other one hung up. The other leg is left as it is, to be closed by whoever made it.
 */
export async function talkTogether(leg: Leg, other: Leg, limits: Omit<TalkLimits, "until">): Promise<Talk> {
  const over = new AbortController();
  const { signal: until } = over;
  const side = async (talk: Promise<Talk>) => {
    const end = await talk;
    over.abort();
    return end;
  };
  const [talk] = await Promise.all([
    side(talkFor(leg, { ...limits, until })),
    side(talkFor(other, { limit: limits.limit, until })),
  ]);
  return talk;
}
