import type { MailMessage } from "../../../src/mail/mailer";
import type { Policy } from "../../../src/policy/line";
import type { Wiring } from "../../../src/runtime/wiring";
import type { SyncGateway } from "../../../src/store/sync-gateway";
import { type E164, parseE164 } from "../../../src/telephony/e164";
import { parseRecordingSid, type RecordingSid } from "../../../src/telephony/sids";
import { FakeMessages } from "../runtime/fake-messages";
import { FakeVoice } from "../runtime/fake-voice";
import { MemorySync } from "./memory-sync";

/** The outside of a Function, with its switches: what it sent, noted and may be told. */
export interface FakeWiring extends Wiring {
  readonly memory: MemorySync;
  readonly calls: FakeVoice;
  readonly texts: FakeMessages;
  readonly sent: MailMessage[];
  readonly logged: string[];
  clock: number;
  mailError: (Error & { code?: string }) | undefined;
  variables: Record<string, string>;
  gateway: () => SyncGateway;
  policyNow: Policy;
}

export const number = (text: string): E164 => {
  const parsed = parseE164(text, "US");
  if (parsed === undefined) throw new Error(`${text} is no number`);
  return parsed;
};

export const recordingSid = (digit: string): RecordingSid => {
  const parsed = parseRecordingSid(`RE${digit.repeat(32)}`);
  if (parsed === undefined) throw new Error("no SID");
  return parsed;
};

export const CALL_SID = `CA${"0".repeat(32)}`;
export const CALLER = number("+12125550123");
export const LINE = number("+12125550100");

export const policy: Policy = {
  country: "US",
  timezone: "America/New_York",
  owner: { name: "Ann", email: "owner@example.com" },
  lines: {
    [LINE]: {
      number: LINE,
      name: "Home",
      rules: ["voicemail"],
      ring: { to: number("+12125550199") },
      voicemail: { email: "home@example.com", greeting: "Leave a message after the tone." },
      challenge: {
        kind: "digits",
        namePrompt: "",
        attempts: 1,
        prompt: "{digits}",
        failed: "",
        locked: "",
        onPass: "voicemail",
        onFail: "end",
        onSilence: "end",
      },
      strikes: { unanswered: 3, failed: 3, forgetAfterDays: 30, then: "reject" },
      withheld: "challenge",
      message: "",
      evidence: {
        attestation: { strict: false },
        neighbour: "challenge",
        impossible: "reject",
        country: { only: [], never: [], then: "challenge" },
        callername: [],
      },
      menu: "main",
      contacts: "/contacts.tsv",
    },
  },
};

export function fakeWiring(change: Partial<Wiring> = {}): FakeWiring {
  const memory = new MemorySync();
  const calls = new FakeVoice();
  const texts = new FakeMessages();
  const wiring: FakeWiring = {
    memory,
    calls,
    texts,
    sent: [],
    logged: [],
    clock: Date.parse("2026-01-05T15:00:00Z"),
    mailError: undefined,
    variables: { LINK_SECRET: "a secret" },
    gateway: () => memory,
    policyNow: policy,
    domainName: "localhost:3000",
    accountSid: `AC${"0".repeat(32)}`,
    accountCredentials: () => ({ username: `AC${"0".repeat(32)}`, password: "token" }),
    now: () => new Date(wiring.clock),
    random: () => 0,
    environment: (name) => wiring.variables[name],
    policy: () => wiring.policyNow,
    contactsIndex: () => `${CALLER}\tBo Example\n`,
    assetPath: () => undefined,
    sync: () => wiring.gateway(),
    voice: () => calls,
    messages: () => texts,
    fetchCall: async () => ({ from: CALLER, to: LINE }),
    timeLeft: () => 4000,
    fetchRecordingSeconds: async () => 6,
    fetchRecording: async () => ({ body: Buffer.from("mp3"), contentType: "audio/mpeg" }),
    mail: () => ({
      async send(message) {
        if (wiring.mailError) throw wiring.mailError;
        wiring.sent.push(message);
      },
    }),
    log: (event, details) => wiring.logged.push(`${event} ${JSON.stringify(details)}`),
    ...change,
  };
  return wiring;
}

/** A Sync that cannot be reached. */
export function deadSync(): SyncGateway {
  const fail = () => Promise.reject(new Error("Sync is down"));
  return {
    readItem: fail,
    listItems: fail,
    readDocument: fail,
    createItem: fail,
    updateItem: fail,
    removeItem: fail,
  };
}
