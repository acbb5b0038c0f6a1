import type { Callee } from "../local-twilio/voice/party";
import { type PhonePlan, scriptedPhone } from "./scripted-phone";
import { TALK_SECONDS } from "./wire-house";

/** Dialled phones by script, and what they waited for in vain. */
export interface ScriptedCallees {
  /** Whoever is not in the script answers. */
  ring(to: string): Callee;
  /** To be asked once all calls are over. */
  failures(): string[];
}

/** Makes phones of what a scenario says of them: what each does on its first ring, the next… and from the last on. */
export function scriptCallees(plans: Readonly<Record<string, readonly PhonePlan[]>>): ScriptedCallees {
  const phones = new Map(Object.entries(plans).map(([to, rings]) => [to, scriptCallee(to, rings)]));
  return {
    ring: (to) => phones.get(to)?.ring() ?? { does: "answers" },
    failures: () => [...phones.values()].flatMap((phone) => phone.failures()),
  };
}

function scriptCallee(to: string, plans: readonly PhonePlan[]) {
  const rings = plans.map((plan, index) => {
    const who = plans.length === 1 ? `callee ${to}` : `callee ${to} on ring ${index + 1}`;
    return { plan, phone: scriptedPhone(who, TALK_SECONDS) };
  });
  let rung = 0;
  return {
    ring(): Callee | undefined {
      const { plan, phone } = rings[Math.min(rung, rings.length - 1)] ?? {};
      rung += 1;
      return plan === undefined ? undefined : phone?.ring(plan);
    },
    failures: () => rings.flatMap(({ plan, phone }) => phone.failures(plan)),
  };
}
