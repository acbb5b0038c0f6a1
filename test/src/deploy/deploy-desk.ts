import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { errorsOfFlowFile } from "../../../local-twilio/studio/lint/check-flow-file";
import { type Account, openAccount } from "../../../src/account/account";
import type { Holder } from "../../../src/deploy/deploy-lock";
import type { Deployment } from "../../../src/deploy/deployment";
import type { Change } from "../../../src/deploy/plan";
import type { Project } from "../../../src/deploy/project";
import { readProject } from "../../../src/deploy/read-project";

const PROJECT = join(__dirname, "../../..");
export const LINE = "+12125550100";

/** An owner's project in a folder of its own, and an account on local Twilio to deploy it to. */
export interface DeployDesk {
  readonly folder: string;
  readonly local: LocalTwilio;
  readonly account: Account;
  readonly variables: Record<string, string | undefined>;
  /** What the project wants, read anew. */
  project(): Promise<Project>;
  /** Changes a file of the project. */
  edit(file: string, change: (text: string) => string): void;
  close(): Promise<void>;
}

/** The policy of an owner; the rest has defaults. */
export const POLICY = {
  owner: { name: "Ann", email: "ann@example.com" },
  lines: { [LINE]: { name: "Home", ring: { to: "+12125550123" } } },
};

/** @param distDir what `npm run build` would have left for that policy */
export async function openDeployDesk(distDir: string, seed = "deploy"): Promise<DeployDesk> {
  const folder = mkdtempSync(join(tmpdir(), "gatehouse-deploy-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "assets/gatehouse.private.json"), JSON.stringify(POLICY));
  for (const name of ["studio", "package.json", "examples"])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  cpSync(join(distDir, "assets"), join(folder, "dist/assets"), { recursive: true });
  for (const half of ["functions", "console"]) linkFiles(join(distDir, half), join(folder, "dist", half));
  const local = await startLocalTwilio({ seed });
  local.addNumber(LINE);
  const secret = "0123456789abcdef".repeat(4);
  const variables = { CHALLENGE_SECRET: secret, LINK_SECRET: secret };
  const { sid: accountSid, authToken } = local.account;
  const checkFlow = (file: string) => errorsOf(folder, file);
  return {
    ...{ folder, local, variables },
    // Waiting takes simulated time only, but it does take it: Sync counts requests by the second.
    account: openAccount({ accountSid, authToken }, (ms) => local.clock.sleep(ms)),
    project: () => readProject(folder, { variables, checkFlow }),
    edit(file, change) {
      const path = join(folder, file);
      const text = change(readFileSync(path, "utf8"));
      // In place, it would change the Functions of every desk.
      rmSync(path);
      writeFileSync(path, text);
    },
    async close() {
      await local.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Flows that have no error: most tests deploy those of the project, over and over. */
const faultless = new Set<string>();

function errorsOf(folder: string, file: string): string[] {
  const read = [file, "studio/bindings.json"].map((name) => join(folder, name)).filter(existsSync);
  const key = JSON.stringify([file, ...read.map((path) => readFileSync(path, "utf8"))]);
  if (faultless.has(key)) return [];
  const errors = errorsOfFlowFile(join(folder, file));
  if (errors.length === 0) faultless.add(key);
  return errors;
}

/** As new as if copied, but ten megabytes for each desk would take longer than to deploy them. */
function linkFiles(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, fresh] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFiles(old, fresh);
    else {
      linkSync(old, fresh);
      utimesSync(fresh, new Date(), new Date());
    }
  }
}

/** Gives the owner's policy a home, and its phone credentials. */
export function haveHome({ edit, variables }: DeployDesk, lines: object = POLICY.lines): void {
  edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, lines, home: {} }));
  Object.assign(variables, { SIP_USERNAME: "home-0a1b2c3d", SIP_PASSWORD: "Sip1".padEnd(28, "0a1b2c") });
}

/** Gives the owner's policy a web console with an administrator, and its key. */
export function haveConsole({ edit, variables }: DeployDesk): void {
  const sections = { vanity: { page: true }, console: { admins: [{ name: "Ann", phone: "+12125550123" }] } };
  edit("assets/gatehouse.private.json", (text) => JSON.stringify({ ...JSON.parse(text), ...sections }));
  variables.CONSOLE_SECRET = "fedcba9876543210".repeat(4);
}

/** An order that is confirmed, and what it reported and noted. */
export async function orderFor(
  desk: DeployDesk,
  confirm: (changes: readonly Change[]) => Promise<boolean> = async () => true,
) {
  const reported: string[] = [];
  const holder: Holder = { host: "here", pid: 1, isAlive: () => true, at: "2026-01-05T15:00:00Z" };
  const noted: Deployment[] = [];
  const report = (line: string) => void reported.push(line);
  const note = (deployment: Deployment) => void noted.push(deployment);
  const { account } = desk;
  return { account, project: await desk.project(), holder, confirm, report, reported, note, noted };
}
