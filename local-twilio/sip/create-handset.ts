import type { CallOutcome } from "../voice/call-outcome";
import type { Callee } from "../voice/party";
import type { Handset, SipRing } from "./handset";
import type { Registrar, Registration } from "./registrar";

/** A phone, and the user it is to be registered as. */
export interface HandsetSettings extends Registration {
  /** What it does whenever it rings, also during a call: a phone without call waiting says that it is busy. */
  readonly phone: (ring: SipRing) => Callee | Promise<Callee>;
}

/** Registers a phone. @throws SipRefusal as Twilio refuses a REGISTER */
export function createHandset(registrar: Registrar, { phone, ...registration }: HandsetSettings): Handset {
  const outcomes: CallOutcome[] = [];
  let calls = 0;
  const handset: Handset = {
    ...registration,
    outcomes,
    get isInCall() {
      return calls > 0;
    },
    get isRegistered() {
      return registrar.isRegistered(handset);
    },
    ring: (ring) => phone({ ...ring, isInCall: calls > 0 }),
    takePart: (call, as) => {
      calls += 1;
      const end = () => {
        calls -= 1;
      };
      call.then((outcome) => {
        end();
        if (as === "callee") outcomes.push(outcome);
      }, end);
    },
    unregister: () => registrar.unregister(handset),
  };
  registrar.register(handset, registration);
  return handset;
}
