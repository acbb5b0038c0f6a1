import { TwilioError } from "../twilio-error";
import type { WireRequest } from "../wire";
import type { VerifyServiceRow } from "./verify-row";

/** What a Service has when its creator says nothing, the factors' defaults as the document words them. */
export const DEFAULTS: Omit<VerifyServiceRow, "sid" | "dateCreated" | "dateUpdated" | "friendlyName"> = {
  ...{ codeLength: 6, lookupEnabled: false, skipSmsToLandlines: false, dtmfInputRequired: true },
  ...{ psd2Enabled: false, doNotShareWarningEnabled: false, customCodeEnabled: false },
  ...{ verifyEventSubscriptionEnabled: false, ttsName: null, defaultTemplateSid: null },
  push: { includeDate: false, apnCredentialSid: null, fcmCredentialSid: null },
  totp: { issuer: null, timeStep: 30, codeLength: 6, skew: 1 },
  whatsapp: { msgServiceSid: null, from: null },
  passkeys: {
    ...{ id: null, name: null, origins: null },
    ...{ authenticatorAttachment: null, discoverableCredentials: null, userVerification: null },
  },
};

/** "It can be up to 30 characters long and can include letters, numbers, spaces, dashes, underscores." */
const FRIENDLY_NAME = /^[\p{L}\p{N} _-]{1,30}$/u;
/** "It cannot contain more than 4 (consecutive or non-consecutive) digits." */
const MOST_DIGITS = 4;

type Before = Omit<VerifyServiceRow, "sid" | "dateCreated" | "dateUpdated">;

/** The Service as a form changes it. @throws TwilioError 400/60200 that names the parameter */
export function changeService<Row extends Before>(before: Row, { body }: WireRequest): Row {
  const form = verifyForm(body);
  return {
    ...before,
    friendlyName: form.read("FriendlyName", before.friendlyName, parseFriendlyName),
    codeLength: form.whole("CodeLength", before.codeLength, [4, 10]),
    lookupEnabled: form.flag("LookupEnabled", before.lookupEnabled),
    skipSmsToLandlines: form.flag("SkipSmsToLandlines", before.skipSmsToLandlines),
    dtmfInputRequired: form.flag("DtmfInputRequired", before.dtmfInputRequired),
    psd2Enabled: form.flag("Psd2Enabled", before.psd2Enabled),
    doNotShareWarningEnabled: form.flag("DoNotShareWarningEnabled", before.doNotShareWarningEnabled),
    customCodeEnabled: form.flag("CustomCodeEnabled", before.customCodeEnabled),
    verifyEventSubscriptionEnabled: form.flag(
      "VerifyEventSubscriptionEnabled",
      before.verifyEventSubscriptionEnabled,
    ),
    ttsName: form.text("TtsName", before.ttsName),
    defaultTemplateSid: form.text("DefaultTemplateSid", before.defaultTemplateSid),
    ...factors(form, before),
  };
}

type VerifyForm = ReturnType<typeof verifyForm>;

function factors(form: VerifyForm, { push, totp, whatsapp, passkeys }: Before) {
  return {
    push: {
      includeDate: form.flag("Push.IncludeDate", push.includeDate),
      apnCredentialSid: form.text("Push.ApnCredentialSid", push.apnCredentialSid),
      fcmCredentialSid: form.text("Push.FcmCredentialSid", push.fcmCredentialSid),
    },
    totp: {
      issuer: form.text("Totp.Issuer", totp.issuer),
      timeStep: form.whole("Totp.TimeStep", totp.timeStep, [20, 60]),
      codeLength: form.whole("Totp.CodeLength", totp.codeLength, [3, 8]),
      skew: form.whole("Totp.Skew", totp.skew, [0, 2]),
    },
    whatsapp: {
      msgServiceSid: form.text("Whatsapp.MsgServiceSid", whatsapp.msgServiceSid),
      from: form.text("Whatsapp.From", whatsapp.from),
    },
    passkeys: passkeysOf(form, passkeys),
  };
}

function passkeysOf(form: VerifyForm, before: Before["passkeys"]) {
  const text = (name: string, old: string | null) => form.text(`Passkeys.${name}`, old);
  return {
    id: text("RelyingParty.Id", before.id),
    name: text("RelyingParty.Name", before.name),
    origins: form.read("Passkeys.RelyingParty.Origins", before.origins, (sent) => sent.split(",")),
    authenticatorAttachment: text("AuthenticatorAttachment", before.authenticatorAttachment),
    discoverableCredentials: text("DiscoverableCredentials", before.discoverableCredentials),
    userVerification: text("UserVerification", before.userVerification),
  };
}

/** Reads parameters; each gives `before` when its parameter was not sent. */
function verifyForm(body: URLSearchParams) {
  const read = <Value>(name: string, before: Value, parse: (text: string) => Value | undefined): Value => {
    const text = body.get(name);
    if (text === null) return before;
    const value = parse(text);
    if (value === undefined) throw invalid(name);
    return value;
  };
  return {
    read,
    text: (name: string, before: string | null) => read(name, before, (text) => text),
    flag: (name: string, before: boolean) => read(name, before, parseFlag),
    whole: (name: string, before: number, [least, most]: readonly [number, number]) =>
      read(name, before, (text) => {
        const value = /^\d{1,3}$/.test(text) ? Number(text) : -1;
        return value >= least && value <= most ? value : undefined;
      }),
  };
}

function parseFlag(text: string): boolean | undefined {
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : undefined;
}

function parseFriendlyName(text: string): string | undefined {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  return FRIENDLY_NAME.test(text) && digits.length <= MOST_DIGITS ? text : undefined;
}

/** @see https://www.twilio.com/docs/api/errors/60200 (status 400, and this wording) */
export function invalid(parameter: string): TwilioError {
  return new TwilioError(400, 60200, `Invalid parameter: ${parameter}`);
}
