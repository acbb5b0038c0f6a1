import { XMLParser } from "fast-xml-parser";
import type { CallPlan } from "../../../src/policy/office/call-plan";
import type { Locale, Office } from "../../../src/policy/office/office";
import { sealPlan } from "../../../src/policy/office/sealed-plan";
import type { Handler } from "../../../src/runtime/answer-request";
import type { E164 } from "../../../src/telephony/e164";
import { type FakeWiring, fakeWiring } from "../../src/mail/fake-wiring";
import { office } from "../../src/policy/office/samples";
import { callSid, FRIEND, LINE, line, NOON, number, OTHER_LINE, STRANGER } from "../../src/policy/samples";
import { FakeResponse, run } from "../../src/runtime/fake-runtime";
import { FakeSync } from "../../src/store/fake-sync";

export const FLOW = `FW${"0".repeat(32)}`;
export const BOSS = number("23");
const SECRET = "a secret";

/** The Functions that ring an office's telephones. */
export interface OfficeFunctions {
  readonly connect: Handler;
  readonly dialed: Handler;
  readonly whisper: Handler;
  readonly result: Handler;
}

/** A `<Dial>` as data. */
export interface Ringing {
  readonly hold: string | undefined;
  readonly seconds: number;
  readonly callerId: string;
  readonly phones: readonly string[];
  readonly whispers: readonly string[];
  readonly action: string;
}

/** A document of TwiML as data: attributes begin with @. */
export function twiml(body: unknown) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseAttributeValue: false,
    parseTagValue: false,
    isArray: (name) => ["Number", "Sip", "Say", "Play"].includes(name),
  });
  return parser.parse(String(body)).Response;
}

/** Where a call went back into its flow, with the outcome; undefined when it did not. */
export function backOf(body: unknown): Record<string, string> | undefined {
  const { Redirect } = twiml(body);
  const url = Redirect?.["#text"];
  if (url === undefined) return undefined;
  const { FlowEvent, ...rest } = Object.fromEntries(new URL(url).searchParams);
  expect(FlowEvent).toBe("return");
  return rest;
}

/** What a document rings. */
export function ringingOf(body: unknown): Ringing {
  const { Say, Dial } = twiml(body);
  expect([Dial["@method"], Dial["@answerOnBridge"]]).toEqual(["POST", "true"]);
  const nouns = [...(Dial.Number ?? []), ...(Dial.Sip ?? [])];
  return {
    hold: Say?.[0]["#text"],
    seconds: Number(Dial["@timeout"]),
    callerId: Dial["@callerId"],
    phones: nouns.map((noun) => (typeof noun === "string" ? noun : noun["#text"])),
    whispers: nouns.flatMap((noun) => (typeof noun === "string" ? [] : [noun["@url"]])),
    action: Dial["@action"],
  };
}

/** Whom the call `a` rings, if not finance. */
export interface PlanChange {
  readonly kind?: CallPlan["kind"];
  readonly department?: string;
  readonly locale?: Locale;
  readonly to?: E164;
}

/** An office whose Functions are called as Twilio calls them, about the call `a`. */
export class OfficeHouse {
  readonly wiring: FakeWiring = fakeWiring({ random: () => 0.5 });

  constructor(
    readonly functions: OfficeFunctions,
    readonly sync: FakeSync = new FakeSync(),
    change: Partial<Office> = {},
  ) {
    Reflect.set(globalThis, "Twilio", { Response: FakeResponse });
    this.wiring.clock = NOON;
    this.wiring.gateway = () => sync;
    this.wiring.variables = { LINK_SECRET: SECRET };
    this.wiring.contactsIndex = () => `${FRIEND}\tBo Example\n`;
    const rules = ["contacts", "graylist", "challenge"] as const;
    this.wiring.policyNow = {
      country: "US",
      timezone: "America/New_York",
      owner: { name: "Ann", phone: BOSS, email: "ann@example.com" },
      lines: {
        [LINE]: line({
          name: "Example Limited",
          rules,
          challenge: { kind: "name", namePrompt: "Your name?" },
        }),
        [OTHER_LINE]: line({ number: OTHER_LINE }),
      },
      office: office(change),
    };
  }

  plan({ kind = "department", department = "finance", locale = "en", to = BOSS }: PlanChange = {}): string {
    const call = { callSid: callSid("a"), line: LINE, locale };
    return sealPlan(SECRET, kind === "department" ? { ...call, kind, department } : { ...call, kind, to });
  }

  async connect(plan = this.plan(), more: Record<string, string> = {}): Promise<unknown> {
    const parameters = { flow: FLOW, plan, From: STRANGER, To: LINE, CallStatus: "in-progress", ...more };
    return this.#run(this.functions.connect, parameters);
  }

  /** The Dial of a document is over, so many seconds after it began. */
  async dialed(ringing: Ringing, seconds: number, more: Record<string, string> = {}): Promise<unknown> {
    this.wiring.clock += seconds * 1000;
    const parameters = {
      DialCallStatus: "no-answer",
      DialBridged: "false",
      CallStatus: "in-progress",
      ...more,
    };
    return this.#run(this.functions.dialed, {
      ...queryOf(ringing.action),
      From: STRANGER,
      To: LINE,
      ...parameters,
    });
  }

  /** What whoever picks up hears, after a key: the request carries the callee's own call. */
  async whisper(url: string | undefined, key = ""): Promise<ReturnType<typeof twiml>> {
    const parameters = {
      ...queryOf(url ?? ""),
      CallSid: callSid("callee"),
      ...(key === "" ? {} : { Digits: key }),
    };
    return twiml(await this.#run(this.functions.whisper, parameters));
  }

  async result(parameters: Record<string, string>): Promise<Record<string, unknown>> {
    const known = { Plan: this.plan(), From: STRANGER, To: LINE, CallStatus: "in-progress" };
    const body = await this.#run(this.functions.result, { ...known, ...parameters });
    return typeof body === "object" && body !== null ? { ...body } : { body };
  }

  row(): Readonly<Record<string, unknown>> | undefined {
    return this.sync.data("calls", callSid("a"));
  }

  async #run(handler: Handler, parameters: Record<string, string>): Promise<unknown> {
    return (await run(handler, { CallSid: callSid("a"), ...parameters })).body;
  }
}

function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url, "https://gatehouse.example").searchParams);
}
