import { pagedReply } from "../paged-reply";
import { answer, type Route, route } from "../route";
import type { Product, WireReply, WireRequest } from "../wire";
import { changeService, DEFAULTS, invalid } from "./change-service";
import { formatService, VERIFY_BASE } from "./format-service";
import { verificationCheckRoutes } from "./verification-checks";
import { pendingOf } from "./verification-row";
import { verificationRoutes } from "./verifications";
import type { VerifyServiceRow } from "./verify-row";
import { findService, type VerifyOptions, type VerifyWorld } from "./verify-world";

/** Largest page. @see https://www.twilio.com/docs/verify/api/service#read-multiple-services */
const MAX_PAGE_SIZE = 1000;

/** Verify, with the codes it has sent, which on Twilio only their receivers know. */
export interface VerifyProduct extends Product {
  /** The code that a receiver (E.164) was sent and can still use; undefined when there is none. */
  codeFor(serviceSid: string, to: string): string | undefined;
}

/** Makes a Verify API without any Service: Services, verifications by text message and call, and their checks. */
export function createVerifyProduct(options: VerifyOptions): VerifyProduct {
  const world: VerifyWorld = { ...options, services: new Map(), verifications: new Map() };
  const routes = [...serviceRoutes(world), ...verificationRoutes(world), ...verificationCheckRoutes(world)];
  return {
    host: "verify.twilio.com",
    handle: (request) => answer(routes, request),
    codeFor: (serviceSid, to) => pendingOf(world, serviceSid, to)?.code,
  };
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
      body: formatService(world.account.sid, findService(world, Sid, request)),
    })),
    route("POST", one, ({ Sid }, request) => {
      const changed = changeService(findService(world, Sid, request), request);
      return keep({ ...changed, dateUpdated: world.clock.now() }, 200);
    }),
    route("DELETE", one, ({ Sid }, request) => {
      world.services.delete(findService(world, Sid, request).sid);
      return { status: 204 };
    }),
  ];
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
