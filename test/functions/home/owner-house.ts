import { scryptSync } from "node:crypto";
import type { Home } from "../../../src/policy/home/home";
import type { Office } from "../../../src/policy/office/office";
import type { Room } from "../../../src/policy/home/room";
import type { Handler } from "../../../src/runtime/answer-request";
import { type FakeWiring, fakeWiring } from "../../src/mail/fake-wiring";
import { callSid, HOME, home, LINE, line, NOON, number } from "../../src/policy/samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { CONFERENCE } from "../../src/runtime/fake-voice";
import { FakeSync } from "../../src/store/fake-sync";

export const OWNER = number("60");
export const PIN = "847291";
export const FLOW = `FW${"1".repeat(32)}`;
/** @see https://www.twilio.com/docs/studio/widget-library/twiml-redirect */
export const RETURN = `https://webhooks.twilio.com/v1/Accounts/AC${"0".repeat(32)}/Flows/${FLOW}?FlowEvent=return`;

const SALT = Buffer.alloc(16, 7);
/** As RFC 7914 and OWNER_PIN_HASH's description have it, made without the code under test. */
const HASH = scryptSync(PIN, SALT, 32, { N: 16384, r: 8, p: 1 }).toString("base64url");

type RoomChange = { readonly [Name in keyof Room]?: Room[Name] | undefined };

/** A home whose owner calls, with its Sync and what became of its mail, its log and its requests. */
export interface OwnerHouse {
  readonly sync: FakeSync;
  readonly wiring: FakeWiring;
  /** Runs a Function as Studio or Twilio Voice calls it; `call` is any short name of a call. */
  call(handler: Handler, call: string, parameters?: Record<string, string>): Promise<FakeResponse>;
  /** As `call`, and reads the JSON it answers. */
  ask(handler: Handler, call: string, parameters?: Record<string, string>): Promise<Record<string, string>>;
  /** A call with the home's phone. */
  room(call: string, change?: RoomChange): void;
}

/** An office of one department, for what depends on there being one. */
export const OFFICE: Office = {
  ...{ languages: ["en"], languageBy: "choice", greeting: {}, closedGreeting: {}, tries: 3 },
  ...{ operator: undefined, menus: { main: { greeting: {}, entries: [] } }, departments: {}, survey: false },
};

export function openOwnerHouse(change: Partial<Home> = {}, sync: FakeSync = new FakeSync()): OwnerHouse {
  Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
  const wiring = fakeWiring({ random: () => 0.5 });
  wiring.clock = NOON;
  wiring.gateway = () => sync;
  wiring.variables = {
    LINK_SECRET: "a secret",
    OWNER_PIN_HASH: `scrypt$16384$8$1$${SALT.toString("base64url")}$${HASH}`,
  };
  wiring.policyNow = {
    country: "US",
    timezone: "America/New_York",
    owner: { name: "Ann", phone: OWNER, email: "ann@example.com" },
    lines: { [LINE]: line({ ring: { to: HOME } }) },
    home: home(change),
  };
  const call: OwnerHouse["call"] = (handler, name, parameters = {}) =>
    run(handler, { CallSid: callSid(name), From: OWNER, To: LINE, ...parameters });
  return {
    sync,
    wiring,
    call,
    ask: async (handler, name, parameters) => {
      const { body } = await call(handler, name, parameters);
      return Object.fromEntries(Object.entries(Object(body)).map(([key, value]) => [key, String(value)]));
    },
    room: (name, changes = {}) => {
      const at = new Date(wiring.clock).toISOString();
      const talking = { direction: "in", state: "talking", at, conferenceSid: CONFERENCE } as const;
      sync.put("rooms", callSid(name), { ...talking, ...changes });
    },
  };
}
