import { type Route, route } from "../route";
import type { WireReply, WireRequest } from "../wire";
import {
  findDocument,
  findNamed,
  findService,
  spendObject,
  spendRead,
  spendWrite,
  tableKey,
} from "./find-sync";
import { formatDocument, SYNC_BASE } from "./format-sync";
import { listReply } from "./list-sync";
import { RateBucket, writeCost } from "./rate-bucket";
import { expiry, matchesRevision, readData, readTtl, readUniqueName } from "./read-sync-request";
import { duplicateName, noParameters, staleDocument } from "./sync-errors";
import type { DocumentRow, ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/** The operations on Documents. @see https://www.twilio.com/docs/sync/api/document-resource */
export function documentRoutes(world: SyncWorld): readonly Route[] {
  const all = "/v1/Services/{ServiceSid}/Documents";
  const one = `${all}/{Sid}` as const;
  return [
    route("GET", all, ({ ServiceSid }, request) =>
      listDocuments(world, findService(world, ServiceSid), request),
    ),
    route("POST", all, ({ ServiceSid }, request) =>
      createDocument(world, findService(world, ServiceSid), request),
    ),
    route("GET", one, ({ ServiceSid, Sid }) => {
      const { service, document } = findDocument(world, ServiceSid, Sid);
      spendRead(world, document);
      return documentReply(world, service, document);
    }),
    route("POST", one, ({ ServiceSid, Sid }, request) =>
      updateDocument(world, findDocument(world, ServiceSid, Sid), request),
    ),
    route("DELETE", one, ({ ServiceSid, Sid }) => {
      const { service, document } = findDocument(world, ServiceSid, Sid);
      spendObject(world, service);
      service.documents.remove(tableKey(document));
      return { status: 204 };
    }),
  ];
}

/** A Document that is not stored yet. */
export function newDocument(world: SyncWorld, uniqueName: string | undefined): DocumentRow {
  const now = world.clock.now();
  return {
    sid: world.sids("ET"),
    uniqueName,
    dateCreated: now,
    dateUpdated: now,
    dateExpires: undefined,
    revision: 0,
    data: {},
    reads: new RateBucket(now),
    writes: new RateBucket(now),
  };
}

function listDocuments(world: SyncWorld, service: ServiceRow, request: WireRequest): WireReply {
  return listReply(request, {
    key: "documents",
    url: `${SYNC_BASE}/${service.sid}/Documents`,
    rows: service.documents.inOrder(world.clock.now()),
    keyOf: tableKey,
    format: (document: DocumentRow) => formatDocument(world, service, document),
  });
}

function createDocument(world: SyncWorld, service: ServiceRow, request: WireRequest): WireReply {
  const name = readUniqueName(request);
  const [sent, ttl] = [readData(request), readTtl(request, "Ttl")];
  const now = world.clock.now();
  spendObject(world, service);
  if (name !== undefined && findNamed(service.documents, name, now)) throw duplicateName();
  const dateExpires = expiry(ttl, now, undefined);
  const document: DocumentRow = { ...newDocument(world, name), data: sent?.value ?? {}, dateExpires };
  service.documents.put(tableKey(document), document);
  return { ...documentReply(world, service, document), status: 201 };
}

function updateDocument(
  world: SyncWorld,
  { service, document }: { readonly service: ServiceRow; readonly document: DocumentRow },
  request: WireRequest,
): WireReply {
  const [sent, ttl] = [readData(request), readTtl(request, "Ttl")];
  if (sent === undefined && ttl === undefined) throw noParameters();
  spendWrite(world, document, writeCost(sent?.bytes ?? 0));
  if (!matchesRevision(request, document.revision)) throw staleDocument();
  const now = world.clock.now();
  const changed: DocumentRow = {
    ...document,
    data: sent?.value ?? document.data,
    dateUpdated: now,
    dateExpires: expiry(ttl, now, document.dateExpires),
    revision: document.revision + 1,
  };
  service.documents.put(tableKey(document), changed);
  return documentReply(world, service, changed);
}

function documentReply(world: SyncWorld, service: ServiceRow, document: DocumentRow): WireReply {
  const body = formatDocument(world, service, document);
  return { status: 200, headers: { etag: `"${body.revision}"` }, body };
}
