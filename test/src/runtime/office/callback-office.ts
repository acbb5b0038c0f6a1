import { sealPlan } from "../../../../src/policy/office/sealed-plan";
import type { Office } from "../../../../src/policy/office/office";
import { placeCallbacks } from "../../../../src/runtime/office/callback-place";
import type { OutgoingCall } from "../../../../src/runtime/voice-gateway";
import { listCallbacks } from "../../../../src/store/callbacks";
import { type FakeWiring, fakeWiring } from "../../mail/fake-wiring";
import { office } from "../../policy/office/samples";
import { callSid, LINE, NOON, policy, STRANGER } from "../../policy/samples";
import { FakeSync } from "../../store/fake-sync";
import { FakeVoice } from "../fake-voice";

export const SECRET = "a secret";
/** How long an attempt rests, and a little longer. */
export const PAUSE_MS = 10 * 60_000;

/** A voice that gives each call a SID of its own, in order. */
export class CountingVoice extends FakeVoice {
  override async placeCall(call: OutgoingCall): Promise<string> {
    await super.placeCall(call);
    return this.sidOf(this.placed.indexOf(call));
  }
  sidOf(index: number): string {
    return callSid(`placed ${index}`);
  }
}

/** An office at noon that calls back, with its Sync and its telephones. */
export interface CallbackOffice {
  readonly sync: FakeSync;
  readonly voice: CountingVoice;
  readonly wiring: FakeWiring;
  /** Puts a number into the queue, as if it had asked some minutes ago. */
  waits(number?: string, change?: object, minutesAgo?: number): void;
  stored(number?: string): Readonly<Record<string, unknown>> | undefined;
  /** As `npm run callbacks` does. */
  place(most?: number): Promise<readonly { readonly outcome: string; readonly detail: string }[]>;
  later(ms?: number): void;
  plan(call: string, department?: string): string;
}

export function openCallbackOffice(
  change: Partial<Office> = {},
  sync: FakeSync = new FakeSync(),
  voice: CountingVoice = new CountingVoice(),
): CallbackOffice {
  const wiring = fakeWiring({ domainName: "gatehouse.example", voice: () => voice });
  wiring.clock = NOON;
  wiring.gateway = () => sync;
  wiring.variables = { LINK_SECRET: SECRET };
  wiring.policyNow = { ...policy(), office: office(change) };
  return {
    ...{ sync, voice, wiring },
    waits: (number = STRANGER, item = {}, minutesAgo = 105) =>
      sync.put("callbacks", number, {
        ...{ line: LINE, department: "finance", tries: 0, state: "waiting" },
        askedAt: new Date(wiring.clock - minutesAgo * 60_000).toISOString(),
        ...item,
      }),
    stored: (number = STRANGER) => sync.data("callbacks", number),
    place: async (most = 1) => placeCallbacks(wiring, { queue: await listCallbacks(sync), most }),
    later: (ms = PAUSE_MS) => {
      wiring.clock += ms;
    },
    plan: (call, department = "finance") =>
      sealPlan(SECRET, { callSid: callSid(call), line: LINE, locale: "en", kind: "department", department }),
  };
}
