import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import twilio from "twilio";
import { parseFault } from "../../local-twilio/faults";
import { type LocalTwilio, startLocalTwilio } from "../../local-twilio/local-twilio";
import { furnishSync } from "../../simulator/furnish-sync";
import { makeTemporaryFolder } from "../../simulator/temporary-folder";
import { openWorkshop } from "../../simulator/workshop";
import { type E164, isE164 } from "../../src/telephony/e164";

/** Who may sign in, and who may not. */
export const ANN = { name: "Ann <b>Admin</b>", phone: e164("+12125550123") };
export const BO = { name: "Bo", phone: e164("+12125550124") };
export const STRANGER = e164("+12125550199");

function e164(text: string): E164 {
  if (!isE164(text)) throw new TypeError(`${text} is not E.164`);
  return text;
}

/** The Service's CONSOLE_SECRET. */
export const SECRET = "c0".repeat(32);

/** The console on local Twilio, with local Twilio's own view of what went on. */
export interface ConsoleHouse {
  readonly local: LocalTwilio;
  readonly url: string;
  /** What the Functions wrote to their consoles. */
  readonly logs: string[];
  /** A page as it was built. */
  page(name: string): string;
  /** The code that was sent to a telephone. */
  codeFor(phone: string): string | undefined;
  /** An item of our Sync Service. */
  item(map: string, key: string): unknown;
  putItem(map: string, key: string, data: Record<string, unknown>): void;
  /** @param on a target of local Twilio's faults @param fault as `parseFault` reads it */
  fault(on: string, fault: string): void;
  close(): Promise<void>;
}

/** What differs from a console with one administrator and an open page. */
export interface ConsoleOptions {
  readonly vanity?: object;
  readonly admins?: readonly object[];
  /** Whether the build has the words that numbers are spelled with; it has, when left out. */
  readonly words?: boolean;
  /** Variables of the Service; undefined takes one away. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Builds the console and hosts it as Twilio would. */
export async function openConsoleHouse(options: ConsoleOptions = {}): Promise<ConsoleHouse> {
  const { vanity = {}, admins = [ANN], words = true, environment = {} } = options;
  const [folder, workshop] = [makeTemporaryFolder(), openWorkshop()];
  const policy = join(folder.path, "policy.json");
  const sections = { vanity: { page: true, ...vanity }, console: { admins } };
  writeFileSync(policy, JSON.stringify({ ...HOUSEHOLD, ...sections }));
  const folders = await workshop.consoleFolders({ policy });
  if (folders === undefined) throw new TypeError("This policy has no web console");
  const { functionsDir, assetsDir } = folders;
  if (!words) rmSync(join(assetsDir, "vanity"), { recursive: true });
  const local = await startLocalTwilio({ now: Date.parse("2026-01-05T15:00:00Z") });
  const sync = furnishSync(local, {});
  const { sid, authToken } = local.account;
  const verify = await twilio(sid, authToken).verify.v2.services.create({ friendlyName: "gatehouse" });
  const variables = {
    SYNC_SERVICE_SID: sync,
    VERIFY_SERVICE_SID: verify.sid,
    CONSOLE_SECRET: SECRET,
    ...environment,
  };
  const set = Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const logs: string[] = [];
  const host = await local.hostService({
    ...{ functionsDir, assetsDir },
    environment: Object.fromEntries(set),
    log: ({ text }) => void logs.push(text),
  });
  return {
    ...{ local, logs, url: `http://${host.domainName}` },
    page: (name) => readFileSync(join(assetsDir, `pages/${name}.private.html`), "utf8"),
    codeFor: (phone) => local.verify.codeFor(verify.sid, phone),
    item: (map, key) => local.sync.dump(sync).maps[map]?.[key],
    putItem: (map, key, data) => local.sync.setItem(sync, map, key, data),
    fault: (on, text) => {
      const fault = parseFault(text);
      if (fault === undefined) throw new TypeError(`${text} is no fault`);
      local.faults.add({ on, fault });
    },
    close: async () => {
      await local.close();
      workshop.close();
      folder.remove();
    },
  };
}

const HOUSEHOLD = {
  country: "US",
  timezone: "America/New_York",
  owner: { name: "Ann", phone: ANN.phone, email: "ann@example.com" },
  lines: { "+12125550100": { ring: { to: ANN.phone } } },
};
