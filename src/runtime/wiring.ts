import type { Context } from "@twilio-labs/serverless-runtime-types/types";
import type { EnvironmentName } from "../config/environment";
import type { Mailer } from "../mail/mailer";
import { openMailer } from "../mail/open-mailer";
import type { Policy } from "../policy/line";
import type { Credentials } from "../reputation/provider";
import { openSync } from "../store/open-sync";
import type { SyncGateway } from "../store/sync-gateway";
import { type LogDetails, log } from "./log";
import type { MessageGateway } from "./message-gateway";
import { openMessages } from "./open-messages";
import { openVoice } from "./open-voice";
import { readAsset } from "./read-asset";
import { startTimeLeft } from "./time-left";
import {
  type CallResource,
  fetchCall,
  fetchRecording,
  fetchRecordingSeconds,
  type RecordingMedia,
} from "./twilio-resources";
import type { VoiceGateway } from "./voice-gateway";

/** The only impure things that the handler of a Function on the way of a ringing call sees. */
export interface CallWiring {
  now(): Date;
  /** The real milliseconds until the Function must have answered. */
  timeLeft(): number;
  /** At least 0, less than 1. */
  random(): number;
  environment(name: EnvironmentName): string | undefined;
  /** The host under which this Service is reached. */
  readonly domainName: string;
  /** The account that this Service belongs to. */
  readonly accountSid: string;
  /** The account's SID and auth token, for what the helper library cannot ask within a budget. */
  accountCredentials(): Credentials | undefined;
  policy(): Policy;
  /** The compiled number index of a line's contacts. */
  contactsIndex(path: string): string;
  /** Where a private Asset lies on disk, for what is not text: `open()` reads it as UTF-8. Undefined when the Build lacks it. */
  assetPath(path: string): string | undefined;
  /** Our Sync Service. The helper library is loaded with the first use: a contact never pays for it. */
  sync(): SyncGateway;
  /** The calls in progress of this account. */
  voice(): VoiceGateway;
  /** The text messages of this account. */
  messages(): MessageGateway;
  /** A call of this account, asked for once; undefined when there is none. @throws when Twilio cannot say */
  fetchCall(sid: string): Promise<CallResource | undefined>;
  /** How long a recording is; undefined while, or when, nobody knows. @throws when Twilio cannot say */
  fetchRecordingSeconds(sid: string): Promise<number | undefined>;
  /** A recording's audio; undefined when it was deleted. @throws when Twilio does not hand it out */
  fetchRecording(sid: string): Promise<RecordingMedia | undefined>;
  log(event: string, details?: LogDetails): void;
}

/** What the handlers of all other Functions see. */
export interface Wiring extends CallWiring {
  mail(): Mailer;
}

/** What Twilio puts into every Function's context, besides the Service's variables. */
export type FunctionContext = Context<Readonly<Record<string, string | undefined>>>;

/** The longest that one request to Twilio may take, in real milliseconds. */
const REQUEST_MS = 1500;

/** Connects a Function to Twilio, its private Assets, the clock and chance, and the mail server. */
export function wire(context: FunctionContext): Wiring {
  const { SMTP_URL, MAIL_FROM } = context;
  return { ...wireCall(context), mail: () => openMailer({ smtpUrl: SMTP_URL, mailFrom: MAIL_FROM }) };
}

/** As `wire`, without mail: a bundle that uses only this holds no mail library. */
export function wireCall(context: FunctionContext): CallWiring {
  const client = once(() => context.getTwilioClient({ timeout: REQUEST_MS }));
  return {
    now: () => new Date(),
    timeLeft: startTimeLeft(),
    random: Math.random,
    environment: (name) => context[name] || undefined,
    domainName: context.DOMAIN_NAME ?? "",
    accountSid: context.ACCOUNT_SID ?? "",
    accountCredentials: () => accountCredentials(context),
    policy: () => readAsset("/gatehouse.json", parsePolicy),
    contactsIndex: (path) => readAsset(path, (text) => text),
    assetPath: (path) => Runtime.getAssets()[path]?.path,
    sync: once(() => openSync(client(), required(context, "SYNC_SERVICE_SID"))),
    voice: once(() => openVoice(client())),
    messages: once(() => openMessages(client())),
    fetchCall: oncePerKey((sid) => fetchCall(client(), sid)),
    fetchRecordingSeconds: (sid) => fetchRecordingSeconds(client(), sid),
    fetchRecording: (sid) => fetchRecording(context, sid),
    log,
  };
}

/** The build wrote this Asset from a policy that was checked then. */
function parsePolicy(text: string): Policy {
  const policy: Policy = JSON.parse(text);
  return policy;
}

/** Those of an account, as Twilio puts them into each context and the owner into `.env`; undefined when one is missing. */
export function accountCredentials({
  ACCOUNT_SID: username,
  AUTH_TOKEN: password,
}: Readonly<Record<string, unknown>>): Credentials | undefined {
  return typeof username === "string" && typeof password === "string" && username && password
    ? { username, password }
    : undefined;
}

function required(context: FunctionContext, name: EnvironmentName): string {
  const value = context[name];
  if (!value) throw new Error(`Cannot reach Sync: ${name} is not set`);
  return value;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A failure is kept too: what Twilio did not answer just now, it is not asked again in the same request. */
function oncePerKey<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, () => T>();
  return (key) => {
    const known = made.get(key) ?? once(() => make(key));
    made.set(key, known);
    return known();
  };
}
