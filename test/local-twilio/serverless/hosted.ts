import { request } from "node:http";
import { join } from "node:path";
import { createAccount } from "../../../local-twilio/account";
import { SimulatedClock } from "../../../local-twilio/clock";
import { Journal } from "../../../local-twilio/journal";
import {
  type ServerlessHost,
  type ServerlessService,
  startServerlessHost,
} from "../../../local-twilio/serverless/host";

export const FIXTURES = join(__dirname, "fixtures");
export const AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
export const NOW = Date.parse("2026-01-05T15:00:00Z");

/** Hosts the fixtures, or another Service built from them; port, account, clock and journal are made up. */
export async function hostFixtures(change: Partial<ServerlessService> = {}) {
  const world = {
    account: createAccount("AC00000000000000000000000000000000", AUTH_TOKEN),
    clock: new SimulatedClock(NOW),
    journal: new Journal(),
  };
  const service = {
    port: 0,
    functionsDir: join(FIXTURES, "functions"),
    assetsDir: join(FIXTURES, "assets"),
    environment: { GREETING: "hello" },
    ...world,
    ...change,
  };
  const host = await startServerlessHost(service);
  return { ...world, host, ask: (path: string, options?: Ask) => ask(host, path, options) };
}

export interface Ask {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | Buffer;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** One HTTP exchange with a host. POST when there is a body. */
export function ask(
  host: ServerlessHost,
  path: string,
  { method, headers = {}, body }: Ask = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: host.port, path, method: method ?? (body ? "POST" : "GET") };
    const outgoing = request(
      { ...options, agent: false, headers: { host: host.domainName, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const bytes = Buffer.concat(chunks);
          const type = incoming.headers["content-type"] ?? "";
          resolve({
            status: incoming.statusCode ?? 0,
            type,
            headers: incoming.headers,
            bytes,
            text: bytes.toString("utf8"),
          });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

export const FORM = "application/x-www-form-urlencoded; charset=UTF-8";
