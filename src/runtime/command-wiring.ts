import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import twilio from "twilio";
import { MailRefused } from "../mail/mail-refused";
import { openMailer } from "../mail/open-mailer";
import type { Policy } from "../policy/line";
import { openSync } from "../store/open-sync";
import { openMessages } from "./open-messages";
import { openVoice } from "./open-voice";
import { fetchCall, fetchRecordingSeconds } from "./twilio-resources";
import { accountCredentials, type Wiring } from "./wiring";

/** Variables by name, as `process.env` has them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** What a command needs to read the account's Sync maps. */
export const READING_VARIABLES = ["ACCOUNT_SID", "AUTH_TOKEN", "SYNC_SERVICE_SID"] as const;
/** What a command needs besides to send mail as a Function would. */
export const MAILING_VARIABLES = ["SMTP_URL", "MAIL_FROM", "LINK_SECRET", "DOMAIN_NAME"] as const;

/** The variables among `names` that are not set. */
export function missingVariables(variables: Variables, names: readonly string[]): string[] {
  return names.filter((name) => !variables[name]);
}

/** The environment, with what the file adds to it: what is set already wins. A missing file adds nothing. */
export function loadVariables(file: string): Variables {
  if (existsSync(file)) process.loadEnvFile(file);
  return process.env;
}

/**
 * The wiring of a command run by the owner: the same account, Sync maps and mail server as the Functions have, with
 * the policy and contacts of the last build in `assetsDir`. What was not built is missed when it is first needed.
 */
export function openCommandWiring(variables: Variables, assetsDir: string): Wiring {
  const client = twilio(variables.ACCOUNT_SID, variables.AUTH_TOKEN);
  const sync = openSync(client, variables.SYNC_SERVICE_SID ?? "");
  const readAsset = (name: string) => readBuilt(join(assetsDir, name));
  return {
    now: () => new Date(),
    timeLeft: () => Number.POSITIVE_INFINITY,
    random: Math.random,
    environment: (name) => variables[name],
    domainName: variables.DOMAIN_NAME ?? "",
    accountSid: variables.ACCOUNT_SID ?? "",
    accountCredentials: () => accountCredentials(variables),
    policy: (): Policy => JSON.parse(readAsset("gatehouse.private.json")),
    contactsIndex: (path) => readAsset(path.replace(/^\/(.*)\.tsv$/, "$1.private.tsv")),
    assetPath: (path) => join(assetsDir, path.replace(/^\/(.*)\.(\w+)$/, "$1.private.$2")),
    sync: () => sync,
    voice: () => openVoice(client),
    messages: () => openMessages(client),
    fetchCall: (sid) => fetchCall(client, sid),
    fetchRecordingSeconds: (sid) => fetchRecordingSeconds(client, sid),
    fetchRecording: async () => undefined,
    mail: () => openMailer({ smtpUrl: variables.SMTP_URL, mailFrom: variables.MAIL_FROM }),
    log: (event, details = {}) => process.stderr.write(`${event} ${JSON.stringify(details)}\n`),
  };
}

function readBuilt(file: string): string {
  if (!existsSync(file)) throw new MailRefused(`${file} is missing: npm run build makes it`);
  return readFileSync(file, "utf8");
}
