import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createOpenApiJudge, type Exchange, type OpenApiJudge } from "../../local-twilio/judge/openapi";
import { DOCUMENT_OF_HOST } from "../../local-twilio/judge/openapi-directory";
import { OpenApiMissing } from "../../local-twilio/judge/openapi-missing";
import { readOpenApiDocument } from "../../local-twilio/judge/read-openapi-document";
import { OPENAPI_FOLDER } from "../../local-twilio/rest/rest-server";

const SERVICE = `IS${"a".repeat(32)}`;
const MAP = `MP${"a".repeat(32)}`;
const ACCOUNT = `AC${"a".repeat(32)}`;
const CALL = `CA${"a".repeat(32)}`;

let judge: OpenApiJudge;
beforeAll(() => {
  judge = createOpenApiJudge(OPENAPI_FOLDER);
});

/** The example of CreateSyncMapItem's reply in twilio_sync_v1.json, with real-looking revision and key. */
const item = {
  key: "+12125550100",
  account_sid: ACCOUNT,
  service_sid: SERVICE,
  map_sid: MAP,
  url: `https://sync.twilio.com/v1/Services/${SERVICE}/Maps/${MAP}/Items/%2B12125550100`,
  revision: "0",
  data: {},
  date_expires: "2015-07-30T21:00:00Z",
  date_created: "2015-07-30T20:00:00Z",
  date_updated: "2015-07-30T20:00:00Z",
  created_by: "created_by",
};
const ITEMS = `/v1/Services/${SERVICE}/Maps/${MAP}/Items`;

function exchange(
  request: { method?: string; host?: string; path?: string; query?: string; form?: string } = {},
  reply: Exchange["reply"] = { status: 201, body: item },
): Exchange {
  const { method = "POST", host = "sync.twilio.com", path = ITEMS, query = "" } = request;
  const { form = "Key=%2B12125550100&Data=%7B%7D" } = request;
  return {
    request: {
      ...{ method, host, path, headers: {} },
      query: new URLSearchParams(query),
      body: new URLSearchParams(method === "POST" ? form : ""),
    },
    reply,
  };
}

/** The error that Twilio shows at https://www.twilio.com/docs/api/errors/20404, in the shape of its responses page. */
const notFound = {
  code: 20404,
  message: "The requested resource was not found",
  more_info: "https://www.twilio.com/docs/errors/20404",
  status: 404,
};

describe("createOpenApiJudge()", () => {
  // All examples of the package's documents. The few that fail contradict the type or the pattern in Twilio's own
  // schema, which no judge may mend: a price written as text, an empty SID.
  const CONTRADICTIONS = /must (be number|match pattern|NOT have fewer than 34 characters)/;
  test.each([
    ["sync.twilio.com", 48, 48],
    ["studio.twilio.com", 17, 17],
    ["serverless.twilio.com", 33, 33],
    ["api.twilio.com", 287, 264],
    ["verify.twilio.com", 82, 78],
    ["lookups.twilio.com", 22, 22],
  ])("of Twilio's own examples of %s, %i, passes %i", (host, all, passing) => {
    const complaints = examplesOf(host).map(replyComplaints);
    expect(complaints).toHaveLength(all);
    expect(complaints.filter((list) => list.length === 0)).toHaveLength(passing);
    for (const complaint of complaints.flat()) expect(complaint).toMatch(CONTRADICTIONS);
  });

  test("has nothing to say about a correct exchange", () => {
    expect(judge(exchange())).toEqual({ complaints: [], warnings: [] });
  });

  test.each<[string, Exchange, string]>([
    [
      "a number for a revision",
      exchange({}, { status: 201, body: { ...item, revision: 1 } }),
      "/revision must be string",
    ],
    [
      "a missing key",
      exchange({}, { status: 201, body: without(item, "date_expires") }),
      "required property 'date_expires'",
    ],
    [
      "an extra field",
      exchange({}, { status: 201, body: { ...item, extra: 1 } }),
      "additional properties (extra)",
    ],
    ["a bad SID", exchange({}, { status: 201, body: { ...item, map_sid: "MP1" } }), "/map_sid"],
    [
      "an RFC 2822 date in Sync",
      exchange({}, { status: 201, body: { ...item, date_created: "Thu, 30 Jul 2015 20:00:00 +0000" } }),
      '/date_created must match format "date-time"',
    ],
    [
      "an ISO date on api.twilio.com",
      exchange(
        { method: "GET", host: "api.twilio.com", path: `/2010-04-01/Accounts/${ACCOUNT}/Calls/${CALL}.json` },
        { status: 200, body: { date_created: "2015-07-30T20:00:00Z" } },
      ),
      '/date_created must match format "date-time-rfc-2822"',
    ],
    ["an undocumented status", exchange({}, { status: 200, body: item }), "status 200 is not documented"],
    [
      "a body where none is documented",
      exchange({ method: "DELETE", path: `${ITEMS}/k` }, { status: 204, body: {} }),
      "none is documented",
    ],
    [
      "an error in the wrong shape",
      exchange({}, { status: 409, body: { error: "no" } }),
      "not in Twilio's shape",
    ],
    [
      "an error that names another status",
      exchange({}, { status: 409, body: notFound }),
      "not in Twilio's shape",
    ],
    ["Ttl=abc", exchange({ form: "Key=k&Data=%7B%7D&Ttl=abc" }), "request form /Ttl must be integer"],
    ["a missing Data", exchange({ form: "Key=k" }), "required property 'Data'"],
    ["a repeated Key", exchange({ form: "Key=k&Key=l&Data=%7B%7D" }), "request form /Key must be string"],
    [
      "a page that is too long",
      exchange({ method: "GET", query: "PageSize=101" }, { status: 404, body: notFound }),
      "request query /PageSize must be <= 100",
    ],
    ["an undocumented path", exchange({ path: "/v1/Nonsense" }), "documents no such operation"],
    ["an undocumented method", exchange({ method: "PUT" }), "documents no such operation"],
    ["a host without a document", exchange({ host: "www.twilio.com" }), "no document describes this host"],
    [
      "a list of api.twilio.com without its envelope",
      exchange(
        { method: "GET", host: "api.twilio.com", path: `/2010-04-01/Accounts/${ACCOUNT}/Calls.json` },
        { status: 200, body: { calls: [] } },
      ),
      "required property 'next_page_uri'",
    ],
    [
      "a documented 4xx with a wrong body (twilio_lookups_v2.json documents its 400 and 404)",
      exchange(
        {
          method: "GET",
          host: "lookups.twilio.com",
          path: "/v2/PhoneNumbers/+12125550100/Overrides/line_type",
        },
        { status: 404, body: { code: "x" } },
      ),
      "/code must be integer",
    ],
  ])("complains about %s", (_fault, seeded, complaint) => {
    expect(judge(seeded).complaints.join("\n")).toContain(complaint);
  });

  test("warns of a parameter that the documents do not know: twilio-run sends such ones", () => {
    const { complaints, warnings } = judge(
      exchange({ form: "Key=k&Data=%7B%7D&FriendlyName=x", query: "A=b" }),
    );
    expect(complaints).toEqual([]);
    expect(warnings).toEqual([
      expect.stringContaining("query parameter A is unknown"),
      expect.stringContaining("form parameter FriendlyName is unknown"),
    ]);
  });

  // Clients in public repositories clear SIDs so: nyaruka/rapidpro, temba/channels/types/twilio/tests.py.
  test("lets an empty text take an optional SID away, and only that", () => {
    const account = `/2010-04-01/Accounts/${ACCOUNT}`;
    const numbers = {
      host: "api.twilio.com",
      path: `${account}/IncomingPhoneNumbers/PN${"a".repeat(32)}.json`,
    };
    const domain = `${account}/SIP/Domains/SD${"a".repeat(32)}/Auth/Calls/CredentialListMappings.json`;
    const complaintsOf = (request: Parameters<typeof exchange>[0]) =>
      judge(exchange(request, { status: 404, body: notFound })).complaints.join("\n");
    expect(complaintsOf({ ...numbers, form: "TrunkSid=&VoiceApplicationSid=" })).toBe("");
    expect(complaintsOf({ ...numbers, form: "TrunkSid=TK1" })).toContain("request form /TrunkSid");
    expect(complaintsOf({ ...numbers, path: domain, form: "CredentialListSid=" })).toContain(
      "/CredentialListSid",
    );
  });

  test("accepts Twilio's error shape for statuses that no document has", () => {
    expect(judge(exchange({}, { status: 404, body: notFound })).complaints).toEqual([]);
  });

  test("knows what Twilio has, by name", () => {
    expect(judge.operationName("sync.twilio.com", "GET", `/v1/Services/${SERVICE}/Lists`)).toBe(
      "ListSyncList",
    );
    expect(judge.operationName("sync.twilio.com", "GET", "/v1/Nothing")).toBeUndefined();
    expect(judge.knowsPath("sync.twilio.com", ITEMS)).toBe(true);
  });

  test("names the command that fetches the documents when they are missing", () => {
    const empty = mkdtempSync(join(tmpdir(), "no-openapi-"));
    expect(() => createOpenApiJudge(empty)).toThrow(OpenApiMissing);
    expect(() => createOpenApiJudge(empty)).toThrow("npm run postinstall");
  });

  test("comes with the licence of the documents and the version of their package", () => {
    expect(readFileSync(join(OPENAPI_FOLDER, "LICENSE"), "utf8")).toContain("MIT");
    expect(JSON.parse(readFileSync(join(OPENAPI_FOLDER, "source.json"), "utf8"))).toMatchObject({
      package: "@twilio/cli-core",
      version: "8.3.2",
    });
  });
});

function without<T extends object>(value: T, name: keyof T): Partial<T> {
  const { [name]: _left, ...rest } = value;
  return { ...rest } as Partial<T>;
}

/** Every example of a reply in a host's document, as an exchange whose path has plausible values. */
function examplesOf(host: string): Exchange[] {
  const { paths } = readOpenApiDocument(OPENAPI_FOLDER, DOCUMENT_OF_HOST[host] ?? "");
  return Object.entries(paths).flatMap(([template, item]) =>
    (["get", "post", "put", "delete"] as const).flatMap((method) => {
      const parameters = [...(item.parameters ?? []), ...(item[method]?.parameters ?? [])];
      const path = template.replace(/\{(\w+)\}/g, (_, name) => {
        const pattern = parameters.find((parameter) => parameter.name === name)?.schema.pattern;
        const [, prefix] = /^\^(\w\w)\[/.exec(String(pattern)) ?? [];
        return prefix === undefined ? "x" : prefix + "a".repeat(32);
      });
      return Object.entries(item[method]?.responses ?? {}).flatMap(([status, { content }]) =>
        Object.values(content?.["application/json"]?.examples ?? {}).map(({ value }) =>
          exchange({ method: method.toUpperCase(), host, path }, { status: Number(status), body: value }),
        ),
      );
    }),
  );
}

function replyComplaints(example: Exchange): string[] {
  return judge(example).complaints.filter((text) => !text.includes(") request "));
}
