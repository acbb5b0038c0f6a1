import http from "node:http";
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Mailbox, startMailbox } from "../../../simulator/mailbox";
import { CHECKS } from "../../../src/doctor/checks";
import { chooseChecks } from "../../../src/doctor/choose-checks";
import { examine } from "../../../src/doctor/examine";
import { FACT_SOURCES } from "../../../src/doctor/facts/fact-sources";
import { type Report, reportOf } from "../../../src/doctor/render-report";
import type { World } from "../../../src/doctor/world";
import { deploy } from "../../../src/deploy/deploy";
import { buildDist } from "../deploy/build-dist";
import { type DeployDesk, openDeployDesk, orderFor } from "../deploy/deploy-desk";

/** A project, an account on local Twilio and a mail server, and a doctor to look at them. */
export interface DoctorDesk extends DeployDesk {
  readonly mailbox: Mailbox;
  /** What this process has asked of others since the last look, as `GET api.twilio.com/…`. */
  readonly requests: string[];
  /** Brings the project to the account. */
  deploy(): Promise<void>;
  /** What the doctor reports of these checks, or all. */
  look(only?: string[], change?: Partial<World>): Promise<Report>;
  /** The same in lines: `name level: found`. */
  see(only?: string[], change?: Partial<World>): Promise<string[]>;
}

let dist: string | undefined;

/** What was built is used by every desk. */
async function distDir(): Promise<string> {
  if (dist !== undefined) return dist;
  dist = mkdtempSync(join(tmpdir(), "gatehouse-doctor-dist-"));
  await buildDist(dist);
  return dist;
}

export function removeDist(): void {
  if (dist !== undefined) rmSync(dist, { recursive: true });
  dist = undefined;
}

export async function openDoctorDesk(): Promise<DoctorDesk> {
  const requests: string[] = [];
  const stopRecording = recordRequests(requests);
  const desk = await openDeployDesk(await distDir());
  const mailbox = await startMailbox(desk.local.faults);
  const { sid, authToken } = desk.local.account;
  Object.assign(desk.variables, { SMTP_URL: mailbox.url, MAIL_FROM: "gatehouse@example.com" });
  Object.assign(desk.variables, { ACCOUNT_SID: sid, AUTH_TOKEN: authToken });
  giveContacts(desk.folder);
  const look = async (only: string[] = [], change: Partial<World> = {}) => {
    requests.length = 0;
    const world: World = {
      ...{ projectDir: desk.folder, variables: desk.variables, nodeVersion: "22.11.0" },
      ...{ now: Date.now, sleep: async () => undefined, ...change },
    };
    return reportOf(await examine(world, { checks: chooseChecks(CHECKS, only), sources: FACT_SOURCES }));
  };
  return {
    ...{ ...desk, mailbox, requests, look },
    see: async (only, change) =>
      (await look(only, change)).checks.map(({ name, level, found }) => `${name} ${level}: ${found}`),
    deploy: async () => {
      const { kind } = await deploy(await orderFor(desk));
      expect(kind).toBe("applied");
    },
    close: async () => {
      await desk.close();
      await mailbox.close();
      stopRecording();
    },
  };
}

/** Older than the build, and not by half a year. */
function giveContacts(folder: string): void {
  const file = join(folder, "assets/contacts.private.vcf");
  const card = ["BEGIN:VCARD", "VERSION:4.0", "FN:Bo Example", "TEL:+12125550150", "END:VCARD", ""];
  writeFileSync(file, card.join("\r\n"));
  const yesterday = Date.now() / 1000 - 24 * 3600;
  utimesSync(file, yesterday, yesterday);
}

/** Notes every request at the place where it leaves the process, after it was sent to local Twilio. */
function recordRequests(requests: string[]): () => void {
  const { request } = http;
  const { fetch } = globalThis;
  const spy = jest.spyOn(http, "request").mockImplementation(((...parts: Parameters<typeof request>) => {
    const options = parts[0] as http.RequestOptions;
    const { host = "" } = { ...options.headers } as Record<string, string>;
    requests.push(`${options.method ?? "GET"} ${host}${options.path}`);
    return request.apply(http, parts);
  }) as typeof request);
  globalThis.fetch = (input, init) => {
    const { method, url } = input as Request;
    requests.push(`${method} ${new Headers(init?.headers).get("host")}${new URL(url).pathname}`);
    return fetch(input, init);
  };
  return () => {
    spy.mockRestore();
    globalThis.fetch = fetch;
  };
}
