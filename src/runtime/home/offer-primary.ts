import type { AllowedPerson } from "../../policy/home/allow-entry";
import type { HomeState } from "../../policy/home/home-state";
import { primaryContactFor } from "../../policy/home/primary-contact";
import type { Room } from "../../policy/home/room";
import { readHomeItem } from "../../store/home-items";
import { parseAllowEntry } from "../../store/parse-allow-entry";
import { HOME_STATE_KEY, parseHomeState } from "../../store/parse-home-state";
import { isE164 } from "../../telephony/e164";
import { inTime } from "../in-time";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";

const READING_MS = 1600;

/** Whom a caller is offered whom nobody answered; nobody when that cannot be read. Never throws. */
export async function offerPrimary(
  wiring: CallWiring,
  callSid: string,
  { number, line }: Room,
): Promise<AllowedPerson | undefined> {
  const { home, owner, timezone } = wiring.policy();
  if (!home?.offersPrimaryContact) return undefined;
  try {
    const reading = await inTime(READING_MS, Promise.all([listPeople(wiring), readState(wiring)]));
    if (reading === undefined) return undefined;
    const [people, state] = reading;
    const caller = number !== undefined && isE164(number) ? number : undefined;
    const now = wiring.now().getTime();
    return primaryContactFor(people, { caller, line, home, owner: owner.phone, state, now, timezone });
  } catch (failure) {
    wiring.log("primary-contact-not-read", { callSid, ...describeFailure(failure) });
    return undefined;
  }
}

async function listPeople(wiring: CallWiring): Promise<AllowedPerson[]> {
  const policy = wiring.policy();
  return (await wiring.sync().listItems("allowlist")).flatMap(({ key, data }) => {
    const entry = parseAllowEntry(data, policy);
    return entry === undefined || !isE164(key) ? [] : [{ ...entry, number: key }];
  });
}

async function readState(wiring: CallWiring): Promise<HomeState> {
  return parseHomeState((await readHomeItem(wiring.sync(), HOME_STATE_KEY)) ?? {});
}
