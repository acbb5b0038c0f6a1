import {
  callInProgress,
  OWNER_FACTS,
  type OwnerFactName,
  type OwnerPart,
  type OwnerSituation,
} from "../../policy/home/owner-situation";
import { isPaused } from "../../policy/home/pause-calls";
import { officeModeAt } from "../../policy/office/switch-office";
import { readLastCaller, readLastRefused } from "../../store/home-items";
import { readHomeState } from "../../store/home-state";
import { readOfficeState } from "../../store/office-items";
import { insist } from "../../store/patience";
import { listRooms } from "../../store/rooms";
import type { SyncGateway } from "../../store/sync-gateway";
import { type E164, isE164 } from "../../telephony/e164";
import { type CallSid, parseCallSid } from "../../telephony/sids";
import type { CallWiring } from "../wiring";
import type { OwnerSettings } from "./owner-settings";

/** With the write that may follow (2 s), within the 4 seconds of a Function. */
const BUDGET_MS = 1200;

type Facts = Pick<OwnerSituation, OwnerFactName>;

/**
 * Reads what the owner's options depend on, in one parallel batch. What cannot be read is named; never throws.
 * @param ownCall the owner's own call
 */
export async function readSituation(
  wiring: CallWiring,
  { parts, home }: Pick<OwnerSettings, "parts" | "home">,
  ownCall: CallSid,
): Promise<OwnerSituation> {
  const names = OWNER_FACTS.filter((name) => parts.includes(PART_OF[name]));
  const readings = await Promise.all(
    names.map(async (name) => ({ name, fact: await tryReading(wiring, name, ownCall) })),
  );
  const found: Partial<Facts> = Object.assign({}, ...readings.map(({ fact }) => fact));
  const unreadable = readings.flatMap(({ name, fact }) => (fact === undefined ? [name] : []));
  if (unreadable.length > 0)
    wiring.log("owner-facts-unreadable", { callSid: ownCall, facts: unreadable.join() });
  const { country } = wiring.policy();
  return { ...NOTHING, ...found, parts, country, monitoring: home?.monitoring ?? "off", unreadable };
}

const NOTHING: Facts = {
  ...{ call: undefined, isPaused: false, lastRefused: undefined, lastCaller: undefined },
  officeMode: "auto",
};

/** What the policy has not is not read. */
const PART_OF: { readonly [Name in OwnerFactName]: OwnerPart } = {
  ...{ call: "home", isPaused: "home", lastRefused: "home", lastCaller: "home" },
  officeMode: "office",
};

async function tryReading(
  wiring: CallWiring,
  name: OwnerFactName,
  ownCall: CallSid,
): Promise<Partial<Facts> | undefined> {
  try {
    const patience = { random: () => wiring.random() };
    return await insist(patience, BUDGET_MS, () => READERS[name](wiring, wiring.sync(), ownCall));
  } catch {
    return undefined;
  }
}

type Reader = (wiring: CallWiring, sync: SyncGateway, ownCall: CallSid) => Promise<Partial<Facts>>;

const READERS: { readonly [Name in OwnerFactName]: Reader } = {
  call: async (wiring, sync, ownCall) => ({
    call: callInProgress(named(await listRooms(sync)), ownCall, wiring.now().getTime()),
  }),
  isPaused: async (wiring, sync) => ({
    isPaused: isPaused(await readHomeState(sync), wiring.now().getTime()),
  }),
  lastRefused: async (wiring, sync) => ({ lastRefused: other(wiring, await readLastRefused(sync)) }),
  lastCaller: async (wiring, sync) => ({ lastCaller: other(wiring, await readLastCaller(sync)) }),
  officeMode: async (wiring, sync) => {
    const state = await readOfficeState(sync, wiring.policy().timezone);
    return { officeMode: officeModeAt(state, wiring.now().getTime()) };
  },
};

function named(rooms: Awaited<ReturnType<typeof listRooms>>) {
  return rooms.flatMap(({ callSid: text, room }) => {
    const callSid = parseCallSid(text);
    return callSid === undefined ? [] : [{ callSid, room }];
  });
}

/** Somebody else's number: the owner is calling now, and blocks neither himself nor a line of ours. */
function other(wiring: CallWiring, last: { readonly number: string } | undefined): E164 | undefined {
  const { owner, lines } = wiring.policy();
  const number = last?.number ?? "";
  const isOurs = number === owner.phone || Object.hasOwn(lines, number);
  return isE164(number) && !isOurs ? number : undefined;
}
