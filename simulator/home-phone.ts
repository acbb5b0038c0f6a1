import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { Handset, SipRing } from "../local-twilio/sip/handset";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { Callee, Party } from "../local-twilio/voice/party";
import type { SipAccount } from "./furnish-sip";

/** What one handset does on each ring; `unregistered`: it is switched off, so that nothing reaches it. */
export type HandsetBehaviour = "unregistered" | ((ring: SipRing) => Callee | Promise<Callee>);

/** A call that a handset makes. */
export interface DialledCall {
  /** What is dialled, such as `911`. */
  readonly to: string;
  readonly party: Party;
  readonly callees: (to: string) => Callee;
}

/** The home's SIP phone: its handsets, which ring together and may each call. */
export interface HomePhone {
  readonly account: SipAccount;
  /** Lets the handsets do this, until the given function is called; the latest of several counts. */
  behave(handsets: readonly HandsetBehaviour[]): () => void;
  /** Lets a handset call, counted from 0. A phone needs no registration for that. */
  call(handset: number, call: DialledCall): Promise<CallOutcome>;
}

/** Connects the home's phone. It begins with `handsets`. */
export function connectHomePhone(
  { sip }: LocalTwilio,
  account: SipAccount,
  handsets: readonly HandsetBehaviour[],
): HomePhone {
  const layers = [handsets];
  const registered = new Map<number, Handset>();
  const behaviour = (index: number) => layers.at(-1)?.[index] ?? "unregistered";
  const ring = (index: number) => (ringing: SipRing) => {
    const does = behaviour(index);
    return does === "unregistered" ? ({ does: "failed" } as const) : does(ringing);
  };
  const settle = () => {
    const count = Math.max(...layers.map(({ length }) => length));
    for (const index of Array(count).keys()) {
      const isOn = behaviour(index) !== "unregistered";
      if (isOn && !registered.has(index))
        registered.set(index, sip.register({ ...account, phone: ring(index) }));
      if (!isOn) registered.get(index)?.unregister();
      if (!isOn) registered.delete(index);
    }
  };
  settle();
  return {
    account,
    behave(handsets) {
      layers.push(handsets);
      settle();
      return () => {
        layers.splice(layers.lastIndexOf(handsets), 1);
        settle();
      };
    },
    call: (index, call) => sip.placeCall({ ...call, from: registered.get(index) ?? account }),
  };
}
