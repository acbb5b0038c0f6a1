import type { Account } from "../account";
import { checkCredential } from "./check-credential";
import { requireSipDomain } from "./find-sip-domain";
import type { Handset } from "./handset";
import type { SipUser } from "./read-invite";
import { SipRefusal } from "./sip-refusal";

/** @see https://www.twilio.com/docs/api/errors/32007 ("There is a limit of 10 bindings (SIP Endpoints) per AOR.") */
const MOST_BINDINGS = 10;
/** Seconds that a registration may be asked for, as seen in recorded REGISTERs; more is cut down to the longest. */
const SHORTEST_SECONDS = 600;
export const LONGEST_SECONDS = 3600;

/** A REGISTER: who wants to be rung at a domain, whose name may be that of an edge, and for how long. */
export interface Registration extends SipUser {
  /** Seconds. Left out, the phone registers again before its registration expires, as phones do. */
  readonly expires?: number;
}

interface Binding {
  readonly handset: Handset;
  readonly registration: Registration;
  readonly domainSid: string;
  expiresAt: number;
}

/** What the registrar works on. */
export interface RegistrarWorld {
  readonly account: Account;
  readonly clock: { now(): number };
}

/** Knows which phones are registered as which user. @see https://www.twilio.com/docs/voice/api/sip-registration */
export class Registrar {
  readonly #world: RegistrarWorld;
  #bindings: readonly Binding[] = [];

  constructor(world: RegistrarWorld) {
    this.#world = world;
  }

  /** @throws SipRefusal as Twilio refuses a REGISTER */
  register(handset: Handset, registration: Registration): void {
    const { account, clock } = this.#world;
    const domainSid = checkRegistration(account, registration);
    const seconds = secondsOf(registration);
    if (this.#liveAt(domainSid, registration.username).length >= MOST_BINDINGS)
      throw new SipRefusal(403, 32007, `too many bindings for ${registration.username}`);
    const binding = { handset, registration, domainSid, expiresAt: clock.now() + seconds * 1000 };
    this.#bindings = [...this.#bindings, binding];
  }

  unregister(handset: Handset): void {
    this.#bindings = this.#bindings.filter((binding) => binding.handset !== handset);
  }

  isRegistered(handset: Handset): boolean {
    return this.#bindings.some((binding) => binding.handset === handset && this.#isLive(binding));
  }

  /** The phones that ring when this user of a domain is called, in the order of their registration. */
  handsetsOf(domainSid: string, username: string): readonly Handset[] {
    return this.#liveAt(domainSid, username).map(({ handset }) => handset);
  }

  #liveAt(domainSid: string, username: string): readonly Binding[] {
    return this.#bindings.filter(
      (binding) =>
        binding.domainSid === domainSid &&
        binding.registration.username === username &&
        this.#isLive(binding),
    );
  }

  /** A phone that registers itself again does so with what it knows: a changed password locks it out. */
  #isLive(binding: Binding): boolean {
    const { account, clock } = this.#world;
    if (clock.now() < binding.expiresAt) return true;
    const { registration } = binding;
    if (registration.expires !== undefined || !mayRegister(account, registration)) return false;
    binding.expiresAt = clock.now() + LONGEST_SECONDS * 1000;
    return true;
  }
}

/** @see https://www.twilio.com/docs/api/errors/32210, https://www.twilio.com/docs/api/errors/32212 */
function checkRegistration(account: Account, registration: Registration): string {
  const { sid, domainName, sipRegistration, registrationsLists } = requireSipDomain(
    account,
    registration.domain,
  );
  if (!sipRegistration) throw new SipRefusal(403, 32210, `${domainName} does not take registrations`);
  if (registrationsLists.size === 0)
    throw new SipRefusal(403, 32212, `no credential list is mapped for registrations at ${domainName}`);
  checkCredential(account, registrationsLists, registration);
  return sid;
}

function mayRegister(account: Account, registration: Registration): boolean {
  try {
    checkRegistration(account, registration);
    return true;
  } catch (error) {
    if (error instanceof SipRefusal) return false;
    throw error;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc3261#section-21.4.17 */
function secondsOf({ expires = LONGEST_SECONDS }: Registration): number {
  if (expires < SHORTEST_SECONDS)
    throw new SipRefusal(423, undefined, `registrations last ${SHORTEST_SECONDS} seconds or more`);
  return Math.min(expires, LONGEST_SECONDS);
}
