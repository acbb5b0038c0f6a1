import type { CallInProgress, OwnerSituation } from "../../policy/home/owner-situation";
import type { OwnerStep } from "../../policy/home/owner-step";
import { isPaused, togglePause } from "../../policy/home/pause-calls";
import { roomNameOf } from "../../policy/home/room";
import type { OfficeMode } from "../../policy/office/office-state";
import { officeModeAt, switchOffice } from "../../policy/office/switch-office";
import type { Store } from "../../store/change-item";
import { forgetLast } from "../../store/home-items";
import { changeHomeState } from "../../store/home-state";
import { changeOfficeState } from "../../store/office-state";
import { allowNumber, blockNumber } from "../../store/owner-lists";
import type { E164 } from "../../telephony/e164";
import { spokenNumber } from "../../telephony/spoken-number";
import type { CallWiring } from "../wiring";

/** The steps that change something. */
export type OwnerDeed = Exclude<
  OwnerStep,
  { readonly do: "ask" | "menu" | "goodbye" | "connect" | "listen" | "join" }
>;

/** What is said of a deed, and what of the situation is different now. */
export interface Done {
  readonly say: string;
  readonly changes: Partial<OwnerSituation>;
}

/**
 * Does what the owner asked for. Doing it twice is the same as once.
 * @param mark names the step of the call @throws when it is not certain to be done
 */
export async function carryOut(wiring: CallWiring, deed: OwnerDeed, mark: string): Promise<Done> {
  switch (deed.do) {
    case "end":
      await endCall(wiring, deed.call);
      return { say: "The call was ended.", changes: { call: undefined } };
    case "pause":
      return changePause(wiring, mark);
    case "switch":
      return putSwitch(wiring, deed.to, mark);
    case "allow": {
      const allowing = { number: deed.number, note: noteOf(wiring, "Allowed"), locale: wiring.policy() };
      certainly(await allowNumber(storeOf(wiring), allowing));
      await forget(wiring, "refused", deed.number);
      return {
        say: `${spoken(wiring, deed.number)} may ring the phone now.`,
        changes: { lastRefused: undefined },
      };
    }
    case "block":
      certainly(await blockNumber(storeOf(wiring), deed.number, noteOf(wiring, "Blocked")));
      await forget(wiring, "caller", deed.number);
      return { say: `${spoken(wiring, deed.number)} is blocked now.`, changes: { lastCaller: undefined } };
  }
}

/** Not offered again. What cannot be forgotten just now is only offered once more. */
async function forget(wiring: CallWiring, which: "caller" | "refused", number: E164): Promise<void> {
  try {
    await forgetLast(wiring.sync(), which, number);
  } catch {
    wiring.log("last-caller-not-forgotten", { which });
  }
}

function certainly(isWritten: boolean): void {
  if (!isWritten) throw new Error("Others were faster");
}

function spoken(wiring: CallWiring, number: E164): string {
  return `The number ${spokenNumber(number, wiring.policy().country)}`;
}

/** For the owner who finds the entry in the list. */
function noteOf(wiring: CallWiring, what: string): string {
  return `${what} by telephone on ${wiring.now().toISOString().slice(0, 10)}`;
}

async function changePause(wiring: CallWiring, mark: string): Promise<Done> {
  const now = wiring.now().getTime();
  const { outcome, state } = await changeHomeState(storeOf(wiring), (current) =>
    togglePause(current, mark, now),
  );
  certainly(outcome !== "lost");
  const isOn = isPaused(state, now);
  const say = isOn ? "All calls are paused for an hour." : "Calls ring again.";
  return { say, changes: { isPaused: isOn } };
}

/** How the switch then stands is the beginning of what is offered next. */
const SWITCHED = "Done.";
const BY_THEMSELVES = "Departments that were switched by themselves stay as they are.";

async function putSwitch(wiring: CallWiring, to: OfficeMode, step: string): Promise<Done> {
  const now = wiring.now().getTime();
  const { timezone } = wiring.policy();
  const { outcome, state } = await changeOfficeState(storeOf(wiring), { step, timezone }, (current) =>
    switchOffice(current, to, now),
  );
  certainly(outcome !== "lost");
  const officeMode = officeModeAt(state, now);
  const others = Object.keys(state.departments).length === 0 ? [] : [BY_THEMSELVES];
  return { say: [SWITCHED, ...others].join(" "), changes: { officeMode } };
}

/** Its conference, so that the caller's flow goes on to its end; else the call itself. */
async function endCall(wiring: CallWiring, { callSid, room }: CallInProgress): Promise<void> {
  const voice = wiring.voice();
  const isConference = room.direction === "in";
  const conference = isConference
    ? (room.conferenceSid ?? (await voice.findConference(roomNameOf(callSid)).catch(() => undefined)))
    : undefined;
  if (conference === undefined) return voice.endCall(callSid);
  await voice.completeConference(conference).catch(() => voice.endCall(callSid));
}

function storeOf(wiring: CallWiring): Store {
  return { sync: wiring.sync(), random: () => wiring.random() };
}
