import {
  type PinTry,
  type Reservation,
  reserveTry,
  resultOf,
  settleTry,
} from "../../policy/home/pin-attempts";
import type { Store } from "../../store/change-item";
import { changePinAttempts, readPinAttempts } from "../../store/owner-pin";
import { insist } from "../../store/patience";
import type { CallWiring } from "../wiring";

/** `lost`: it could not be counted, so it may not be compared. */
export interface Counted {
  readonly outcome: Reservation["outcome"] | "lost";
  /** Unless it is right, nobody may try for a while. */
  readonly isLast: boolean;
}

const LOST: Counted = { outcome: "lost", isLast: false };

/** How long a webhook that was delivered twice waits for what the first delivery finds, in real milliseconds. */
const WAIT_MS = 1500;

/** Counts a try at the PIN, which only then may be compared. Never throws. */
export async function reservePinTry(wiring: CallWiring, pinTry: PinTry): Promise<Counted> {
  let counted: Counted = LOST;
  try {
    const isKept = await changePinAttempts(storeOf(wiring), (current) => {
      const { attempts, reservation } = reserveTry(current, pinTry, wiring.now().getTime());
      counted = reservation;
      return attempts;
    });
    if (!isKept) return lose(wiring, pinTry);
    return counted.outcome === "open" ? await awaitResult(wiring, pinTry) : counted;
  } catch {
    return lose(wiring, pinTry);
  }
}

function lose(wiring: CallWiring, { callSid, attempt }: PinTry): Counted {
  wiring.log("owner-pin-not-counted", { callSid, attempt });
  return LOST;
}

async function awaitResult(wiring: CallWiring, pinTry: PinTry): Promise<Counted> {
  const outcome = await insist(storeOf(wiring), WAIT_MS, async () => {
    const result = resultOf(await readPinAttempts(wiring.sync()), pinTry);
    return result === "open" ? undefined : result;
  });
  return { outcome: outcome ?? "open", isLast: false };
}

/** Notes how a counted try ended. What cannot be noted stays counted as wrong, and is logged. Never throws. */
export async function settlePinTry(wiring: CallWiring, pinTry: PinTry, isRight: boolean): Promise<void> {
  const { callSid, attempt } = pinTry;
  const fail = () => wiring.log("owner-pin-not-settled", { callSid, attempt });
  try {
    const isKept = await changePinAttempts(storeOf(wiring), (current) => settleTry(current, pinTry, isRight));
    if (!isKept) fail();
  } catch {
    fail();
  }
}

function storeOf(wiring: CallWiring): Store {
  return { sync: wiring.sync(), random: () => wiring.random() };
}
