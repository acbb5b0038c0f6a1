import { request } from "node:http";
import { createAccount } from "../../../local-twilio/account";
import { SimulatedClock } from "../../../local-twilio/clock";
import { Faults } from "../../../local-twilio/faults";
import { Journal } from "../../../local-twilio/journal";
import { createApiProduct } from "../../../local-twilio/rest/api/api-product";
import { type Product, startRestServer } from "../../../local-twilio/rest/rest-server";
import { createSyncProduct } from "../../../local-twilio/rest/sync/sync-product";
import { createSids } from "../../../local-twilio/sids";

/** The first instant of every test: 5 January 2026, 15:00 UTC, a Monday. */
export const START = Date.parse("2026-01-05T15:00:00Z");

export interface RestReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly bytes: Buffer;
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface Send {
  readonly form?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly credentials?: string;
}

/** A REST server with Sync and the API, and a plain HTTP client for it that knows nothing of Twilio's helper. */
export async function startRest({ documented404 = false, extra = [] as readonly Product[] } = {}) {
  const sids = createSids("test");
  const account = createAccount(sids("AC"), "0123456789abcdef0123456789abcdef");
  const clock = new SimulatedClock(START);
  const [faults, journal, warnings] = [new Faults(), new Journal(), [] as string[]];
  const sync = createSyncProduct({ account, clock, sids, documented404 });
  const products = [sync, createApiProduct({ account, clock, sids }), ...extra];
  const onWarning = (text: string) => warnings.push(text);
  const server = await startRestServer({ account, clock, faults, journal, products, onWarning });
  const send = (line: string, options: Send = {}) =>
    exchange(server.port, line, { credentials: `${account.sid}:${account.authToken}`, ...options });
  return { account, clock, faults, journal, sids, sync, send, warnings, ...server };
}

export type Rest = Awaited<ReturnType<typeof startRest>>;

/** @param line method and target, as in `GET /v1/Services` */
export function exchange(port: number, line: string, options: Send = {}): Promise<RestReply> {
  const { form, headers = {}, host = "sync.twilio.com", credentials = "" } = options;
  const [method = "GET", path = "/"] = line.split(" ");
  const auth = credentials === "" ? {} : { auth: credentials };
  const type = form ? { "content-type": "application/x-www-form-urlencoded" } : {};
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: "127.0.0.1", port, method, path, headers: { host, ...type, ...headers }, ...auth },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        const bytes = Buffer.concat(chunks);
        const isJson = incoming.headers["content-type"]?.startsWith("application/json");
        const body = isJson ? JSON.parse(bytes.toString("utf8")) : bytes.toString("latin1");
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, body });
      },
    );
    outgoing.on("error", reject);
    const text = new URLSearchParams();
    for (const [name, value] of Object.entries(form ?? {})) text.append(name, String(value));
    outgoing.end(form && text.toString());
  });
}
