import type { Handler } from "../../../src/runtime/answer-request";
import { type FakeWiring, fakeWiring } from "../../src/mail/fake-wiring";
import { type HomeChange, home, OWNER } from "../../src/policy/home/outbound-samples";
import { callSid, LINE, line, NOON, OTHER_LINE } from "../../src/policy/samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { FakeSync } from "../../src/store/fake-sync";

export const DOMAIN = "home.sip.twilio.com";

/** A home whose phone is called `phone`, with its Sync and what became of its mail and log. */
export interface OutgoingHouse {
  readonly sync: FakeSync;
  readonly wiring: FakeWiring;
  /** Runs a Function as Studio or Twilio Voice calls it; `call` is any short name of a call. */
  call(handler: Handler, call: string, parameters?: Record<string, string>): Promise<FakeResponse>;
  /** As `call`, and reads the JSON it answers. */
  ask(handler: Handler, call: string, parameters?: Record<string, string>): Promise<Record<string, unknown>>;
}

export function openOutgoingHouse(change: HomeChange = {}, sync: FakeSync = new FakeSync()): OutgoingHouse {
  Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
  const wiring = fakeWiring({ random: () => 0.5 });
  wiring.clock = NOON;
  wiring.gateway = () => sync;
  wiring.variables = { LINK_SECRET: "a secret", HOME_PHONE: `sip:phone@${DOMAIN}` };
  wiring.policyNow = {
    country: "US",
    timezone: "America/New_York",
    owner: { name: "Ann", phone: OWNER, email: "ann@example.com" },
    lines: { [LINE]: line(), [OTHER_LINE]: line({ number: OTHER_LINE }) },
    home: home(change),
  };
  const call: OutgoingHouse["call"] = (handler, name, parameters = {}) =>
    run(handler, {
      CallSid: callSid(name),
      From: `sip:phone@${DOMAIN}`,
      SipUsername: "phone",
      ...parameters,
    });
  return {
    sync,
    wiring,
    call,
    ask: async (handler, name, parameters) => {
      const { body } = await call(handler, name, parameters);
      return typeof body === "object" && body !== null ? { ...body } : { body };
    },
  };
}

/** `To` of a call from a SIP phone. @see https://www.twilio.com/docs/voice/api/sip-twiml */
export const to = (user: string) => ({ To: `sip:${user}@${DOMAIN}` });
