import type { Home } from "../../../src/policy/home/home";
import type { Handler } from "../../../src/runtime/answer-request";
import { callSid, FRIEND, home, LINE, number, policy } from "../../src/policy/samples";
import { type FakeResponse, installRuntime, run } from "../../src/runtime/fake-runtime";
import { PHONE_CALL } from "../../src/runtime/fake-voice";
import { FakeSync } from "../../src/store/fake-sync";
import { syncClientOver } from "../incoming/house";
import { FakeCalls } from "./fake-calls";

export const ACCOUNT = `AC${"0".repeat(32)}`;
export const FLOW = `FW${"0".repeat(32)}`;
export const DOMAIN = "gatehouse.example";
export const OWNER = number("23");
export const BACK = `https://webhooks.twilio.com/v1/Accounts/${ACCOUNT}/Flows/${FLOW}?FlowEvent=return`;

interface Functions {
  readonly connect: Handler;
  readonly phone: Handler;
  readonly room: Handler;
  readonly waited: Handler;
  readonly announce: Handler;
  readonly result: Handler;
  readonly recorded: Handler;
}

/** Functions keep the policy while they are warm: those of one policy are kept, as the cloud does. */
const warm = new Map<string, Promise<Functions>>();

async function functionsFor(policyText: string): Promise<Functions> {
  const known = warm.get(policyText) ?? coldStart();
  warm.set(policyText, known);
  return known;
}

async function coldStart(): Promise<Functions> {
  jest.resetModules();
  return {
    connect: (await import("../../../functions/home/connect.protected")).handler,
    phone: (await import("../../../functions/home/phone-status.protected")).handler,
    room: (await import("../../../functions/home/room.protected")).handler,
    waited: (await import("../../../functions/home/waited.protected")).handler,
    announce: (await import("../../../functions/home/announce.protected")).handler,
    result: (await import("../../../functions/home/result.protected")).handler,
    recorded: (await import("../../../functions/home/recorded.protected")).handler,
  };
}

/** A house with a home's phone: its Functions called as Twilio calls them, about calls that are named by a letter. */
export class RoomHouse {
  readonly calls = new FakeCalls();
  environment: Record<string, string> = {
    SYNC_SERVICE_SID: `IS${"0".repeat(32)}`,
    HOME_PHONE: "sip:phone@gatehouse.sip.twilio.com",
    ACCOUNT_SID: ACCOUNT,
    DOMAIN_NAME: DOMAIN,
    LINK_SECRET: "a secret",
  };

  private constructor(
    readonly functions: Functions,
    readonly sync: FakeSync,
  ) {}

  /** A house with that home; null: with none. */
  static async open(change: Partial<Home> | null = {}, sync = new FakeSync()): Promise<RoomHouse> {
    const owner = { name: "Ann", phone: OWNER, email: "ann@example.com" };
    const homeless = { ...policy({ ring: { to: "home" } }), owner };
    const text = JSON.stringify(change === null ? homeless : { ...homeless, home: home(change) });
    installRuntime({ "/gatehouse.json": text });
    return new RoomHouse(await functionsFor(text), sync);
  }

  /** The TwiML for a caller. */
  async connect(call: string, from: string = FRIEND, more: Record<string, string> = {}): Promise<string> {
    const { body } = await this.run(this.functions.connect, {
      ...{ CallSid: callSid(call), From: from, To: LINE, CallStatus: "ringing", flow: FLOW },
      ...{ AccountSid: ACCOUNT, ...more },
    });
    return String(body);
  }

  async phone(call: string, CallStatus: string): Promise<unknown> {
    const parameters = { call: callSid(call), CallSid: PHONE_CALL, CallStatus };
    return (await this.run(this.functions.phone, parameters)).body;
  }

  async conference(call: string, event: string, more: Record<string, string> = {}): Promise<unknown> {
    const ConferenceSid = `CF${"0".repeat(32)}`;
    const parameters = { call: callSid(call), StatusCallbackEvent: event, ConferenceSid, ...more };
    return (await this.run(this.functions.room, parameters)).body;
  }

  async result(call: string, CallStatus = "in-progress"): Promise<Record<string, unknown>> {
    const { body } = await this.run(this.functions.result, { CallSid: callSid(call), CallStatus });
    return typeof body === "object" && body ? { ...body } : { body };
  }

  async waited(call: string): Promise<string> {
    return String((await this.run(this.functions.waited, { CallSid: callSid(call) })).body);
  }

  run(handler: Handler, parameters: Record<string, string>): Promise<FakeResponse> {
    const getTwilioClient = () => ({ ...this.calls.client(), ...syncClientOver(this.sync) });
    return run(handler, parameters, { ...this.environment, getTwilioClient });
  }

  stored(call: string) {
    return this.sync.data("rooms", callSid(call));
  }

  /** What Twilio Voice was asked, by name. */
  asked(): string[] {
    return this.calls.voice.requests.map(([name]) => name);
  }
}
