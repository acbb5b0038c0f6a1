import { type Attended, attendUntil, pressKeys, SILENCE } from "../attend";
import { isEnded, type Leg } from "../leg";
import type { Heard } from "../party";
import { playings, type Sound } from "../sound";
import { type Departure, leaveRoom } from "./leave-room";
import { connected, type Participant, type Room } from "./room";
import { HOLD_MUSIC, waitingSounds } from "./waiting-sounds";

const CONVERSATION: Heard = { kind: "conversation", text: "conversation" };

/** What lets a participant leave by itself. */
export interface Stay {
  /** Seconds. */
  readonly limit: number;
  readonly hangupOnStar: boolean;
}

/** How a stay ended. `out`: taken out, or the conference is over. `failed`: what to play to who waits could not be had. */
export interface Stayed {
  readonly end: "hungUp" | "out" | "star" | "limit" | "failed";
  readonly seconds: number;
  /** Whether others were ever to be heard. */
  readonly talked: boolean;
}

type Waits = AsyncGenerator<Sound, undefined>;

/** Lets a participant, who has entered, live through a conference until it is out of it. */
export async function attendRoom(room: Room, participant: Participant, stay: Stay): Promise<Stayed> {
  const { leg } = participant;
  const waits = waitingSounds(leg, participant.settings.waiting);
  const started = leg.world.clock.now();
  const secondsPassed = () => (leg.world.clock.now() - started) / 1000;
  let talked = false;
  let end: Stayed["end"] | undefined;
  while (end === undefined) {
    const rest = stay.limit - secondsPassed();
    talked ||= room.row.status === "in-progress";
    end = rest <= 0 ? "limit" : await attendNext(room, participant, { waits, rest, ...stay });
  }
  await waits.return(undefined);
  if (end !== "out") leaveRoom(room, participant, departureOf(leg, end));
  return { end, seconds: secondsPassed(), talked };
}

interface Next extends Stay {
  readonly waits: Waits;
  readonly rest: number;
}

/** One thing after another: beeps and announcements to their end, the rest until something else is to be heard. */
async function attendNext(
  room: Room,
  participant: Participant,
  next: Next,
): Promise<Stayed["end"] | undefined> {
  if (isEnded(participant.leg)) return "hungUp";
  if (participant.left !== undefined) return "out";
  const sound = participant.pending.shift();
  if (sound !== undefined) return hearThrough(participant, sound, next);
  // Time stands still while a document is fetched, but the conference does not: what comes then is not heard.
  const { signal } = participant.change;
  const background = await backgroundOf(room, participant, next.waits);
  if (background === undefined) return "failed";
  return hear(participant, { ...background, until: signal }, next);
}

async function hearThrough(
  participant: Participant,
  sound: Sound,
  next: Next,
): Promise<Stayed["end"] | undefined> {
  for (const { heard, seconds } of playings([sound])) {
    const end = await hear(participant, { heard, seconds, until: participant.out.signal }, next);
    if (end !== undefined) return end;
  }
  return undefined;
}

interface Hearing {
  readonly heard: Heard;
  readonly seconds: number;
  readonly until: AbortSignal;
}

async function hear(
  { leg, left }: Participant,
  { heard, seconds, until }: Hearing,
  { rest, hangupOnStar }: Next,
): Promise<Stayed["end"] | undefined> {
  if (left !== undefined) return "out";
  const moment = { heard, seconds: Math.min(seconds, rest), awaits: "nothing" } as const;
  const wanted = hangupOnStar ? (["press"] as const) : [];
  const act = await attendUntil(leg, moment, { wanted, until });
  return endOf(leg, act);
}

async function endOf(leg: Leg, act: Attended): Promise<Stayed["end"] | undefined> {
  if (act.does === "hangUp") return "hungUp";
  if (act.does !== "press") return undefined;
  await pressKeys(leg, act.keys, (key) => key === "*");
  return act.keys.includes("*") ? "star" : undefined;
}

/** What is heard when nothing is played on purpose; undefined when it could not be had. */
async function backgroundOf(room: Room, participant: Participant, waits: Waits): Promise<Sound | undefined> {
  if (participant.hold) return HOLD_MUSIC;
  if (room.row.status === "init") return (await waits.next()).value;
  const alone = connected(room).length < 2;
  return { heard: alone ? SILENCE : CONVERSATION, seconds: Number.POSITIVE_INFINITY, times: 1 };
}

/** A call that was ended or led elsewhere by REST did not hang up, and only one that has ended is not in progress. */
function departureOf(leg: Leg, end: Stayed["end"]): Departure {
  if (end === "failed") return { reason: "participant_add_failed", callStatus: leg.row.status };
  if (end !== "hungUp") return { reason: "participant_hung_up", callStatus: leg.row.status };
  const reason = isEnded(leg) ? "participant_updated_via_api" : "participant_hung_up";
  return { reason, callStatus: leg.redirect === undefined ? "completed" : leg.row.status };
}
