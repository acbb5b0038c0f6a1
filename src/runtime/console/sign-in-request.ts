import type { Admin } from "../../policy/console";
import { type Attempt, type AttemptCount, countAttempt } from "../../store/sign-in-attempts";
import { parseE164 } from "../../telephony/e164";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import { refuseWithoutSetup, type SignInSetup, signInSetup, whoIs } from "./sign-in-setup";

/** Somebody who wants to sign in with a telephone. */
export interface SignInRequest {
  readonly setup: SignInSetup;
  /** Stands for the telephone. */
  readonly who: string;
  /** Whose telephone it is; undefined when it may not sign in, which nobody is told. */
  readonly admin: Admin | undefined;
}

/** What the typed telephone says, or what to answer instead: the same whoever's it is. */
export function readSignInRequest(
  wiring: ConsoleWiring,
  typed: string | undefined,
): SignInRequest | { readonly refused: Reply } {
  const setup = signInSetup(wiring);
  if (setup === undefined) return { refused: refuseWithoutSetup() };
  const phone = parseE164(typed ?? "", wiring.policy().country);
  if (phone === undefined)
    return { refused: refusal("number-unreadable", "That is no telephone number. Please write it in full.") };
  const admin = setup.admins.find((each) => each.phone === phone);
  return { setup, admin, who: whoIs(setup.secret, phone) };
}

/** Counts what is about to be done, against the limits that are the same for every telephone. @throws SyncUnavailable */
export function countSignIn(
  wiring: ConsoleWiring,
  { who, admin }: SignInRequest,
  does: Attempt["does"],
): Promise<AttemptCount> {
  const store = { sync: wiring.sync(), random: wiring.random };
  return countAttempt(store, { does, who, isKnown: admin !== undefined, now: wiring.now() });
}

/** The request as it is carried out: one that is held back as a stranger's would be. */
export function carriedOut(request: SignInRequest, { outcome }: AttemptCount): SignInRequest {
  return outcome === "held" ? { ...request, admin: undefined } : request;
}
