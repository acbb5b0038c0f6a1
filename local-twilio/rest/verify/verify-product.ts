import type { Account } from "../../account";
import type { SidPrefix } from "../../sids";
import { pagedReply } from "../paged-reply";
import { answer, type Route, route } from "../route";
import { notFound } from "../twilio-error";
import type { Now, Product, WireReply, WireRequest } from "../wire";
import { changeService, DEFAULTS, invalid } from "./change-service";
import { formatService, VERIFY_BASE } from "./format-service";
import type { VerifyServiceRow } from "./verify-row";

/** Largest page. @see https://www.twilio.com/docs/verify/api/service#read-multiple-services */
const MAX_PAGE_SIZE = 1000;

/** What Verify needs to know. */
export interface VerifyOptions {
  readonly account: Account;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
}

interface VerifyWorld extends VerifyOptions {
  readonly services: Map<string, VerifyServiceRow>;
}

/** Makes a Verify API without any Service. Only Services are there: verifications are refused by name. */
export function createVerifyProduct(options: VerifyOptions): Product {
  const routes = serviceRoutes({ ...options, services: new Map() });
  return { host: "verify.twilio.com", handle: (request) => answer(routes, request) };
}

function serviceRoutes(world: VerifyWorld): readonly Route[] {
  const one = "/v2/Services/{Sid}";
  const keep = (service: VerifyServiceRow, status: number): WireReply => {
    world.services.set(service.sid, service);
    return { status, body: formatService(world.account.sid, service) };
  };
  return [
    route("GET", "/v2/Services", (_, request) => listServices(world, request)),
    route("POST", "/v2/Services", (_, request) => keep(newService(world, request), 201)),
    route("GET", one, ({ Sid }, request) => ({
      status: 200,
      body: formatService(world.account.sid, find(world, Sid, request)),
    })),
    route("POST", one, ({ Sid }, request) => {
      const changed = changeService(find(world, Sid, request), request);
      return keep({ ...changed, dateUpdated: world.clock.now() }, 200);
    }),
    route("DELETE", one, ({ Sid }, request) => {
      world.services.delete(find(world, Sid, request).sid);
      return { status: 204 };
    }),
  ];
}

function find({ services }: VerifyWorld, sid: string, { path }: WireRequest): VerifyServiceRow {
  const service = services.get(sid);
  if (service === undefined) throw notFound(path);
  return service;
}

function newService({ clock, sids }: VerifyWorld, request: WireRequest): VerifyServiceRow {
  if (!request.body.has("FriendlyName")) throw invalid("FriendlyName");
  const now = clock.now();
  const details = changeService({ ...DEFAULTS, friendlyName: "" }, request);
  return { sid: sids("VA"), dateCreated: now, dateUpdated: now, ...details };
}

function listServices({ account, services }: VerifyWorld, request: WireRequest): WireReply {
  return pagedReply(request, {
    key: "services",
    url: VERIFY_BASE,
    rows: [...services.values()].sort((a, b) => (a.sid < b.sid ? -1 : 1)),
    keyOf: ({ sid }) => sid,
    format: (service) => formatService(account.sid, service),
    maxPageSize: MAX_PAGE_SIZE,
  });
}
