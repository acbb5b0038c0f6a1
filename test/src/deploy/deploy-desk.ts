import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalTwilio, startLocalTwilio } from "../../../local-twilio/local-twilio";
import { errorsOfFlowFile } from "../../../local-twilio/studio/lint/check-flow-file";
import { type Account, openAccount } from "../../../src/account/account";
import type { Holder } from "../../../src/deploy/deploy-lock";
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
  cpSync(distDir, join(folder, "dist"), { recursive: true });
  const local = await startLocalTwilio({ seed });
  local.addNumber(LINE);
  const secret = "0123456789abcdef".repeat(4);
  const variables = { CHALLENGE_SECRET: secret, LINK_SECRET: secret };
  const { sid: accountSid, authToken } = local.account;
  const checkFlow = (file: string) => errorsOfFlowFile(join(folder, file));
  return {
    ...{ folder, local, variables },
    // Waiting takes simulated time only, but it does take it: Sync counts requests by the second.
    account: openAccount({ accountSid, authToken }, (ms) => local.clock.sleep(ms)),
    project: () => readProject(folder, { variables, checkFlow }),
    edit(file, change) {
      const path = join(folder, file);
      writeFileSync(path, change(readFileSync(path, "utf8")));
    },
    async close() {
      await local.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Gives the owner's policy a home, and its phone credentials. */
export function haveHome({ edit, variables }: DeployDesk, lines: object = POLICY.lines): void {
  edit("assets/gatehouse.private.json", () => JSON.stringify({ ...POLICY, lines, home: {} }));
  Object.assign(variables, { SIP_USERNAME: "home-0a1b2c3d", SIP_PASSWORD: "Sip1".padEnd(28, "0a1b2c") });
}

/** An order that is confirmed, and what it reported. */
export async function orderFor(
  desk: DeployDesk,
  confirm: (changes: readonly Change[]) => Promise<boolean> = async () => true,
) {
  const reported: string[] = [];
  const holder: Holder = { host: "here", pid: 1, isAlive: () => true, at: "2026-01-05T15:00:00Z" };
  const report = (line: string) => void reported.push(line);
  return { account: desk.account, project: await desk.project(), holder, confirm, report, reported };
}
