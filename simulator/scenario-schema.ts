import { z } from "zod";
import type { Callee } from "../local-twilio/voice/party";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../src/store/maps";
import { callerScriptSchema, secondsSchema } from "./caller-step-schema";
import { DISPOSITIONS } from "./disposition-of";
import { faultSchema } from "./fault-schema";
import type { SyncContents } from "./furnish-sync";
import { CALLEE_WORDS } from "./parse-callee";
import { strictSchema } from "./strict-schema";

/** When a scenario begins that does not say when: a Monday at 10 in the morning in New York. */
const DEFAULT_NOW = "2026-01-05T15:00:00Z";

const text = (allowed: string) => z.string({ error: allowed }).min(1, { error: allowed });
const anything = z.unknown().optional();

const instantSchema = text("an instant such as 2026-01-05T15:00:00Z")
  .refine(
    (instant) => /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(instant) && !Number.isNaN(Date.parse(instant)),
    {
      error: "an instant such as 2026-01-05T15:00:00Z",
    },
  )
  .transform((instant) => Date.parse(instant));

const calleeSchema = z.union(
  [
    z.enum(CALLEE_WORDS).transform((does): Callee => ({ does })),
    z
      .strictObject({ answers: z.literal(true), seconds: secondsSchema.optional() })
      .transform(
        ({ seconds }): Callee => ({ does: "answers", ...(seconds === undefined ? {} : { seconds }) }),
      ),
  ],
  { error: `${CALLEE_WORDS.join(", ")}, or {"answers":true,"seconds":40}` },
);

const itemsSchema = z.record(z.string(), z.record(z.string(), anything, { error: "an object" }), {
  error: "an object of items by key",
});

const documentSchema = z.record(z.string(), z.unknown(), { error: "an object" });

const syncSchema = strictSchema("sync", {
  ...Object.fromEntries(SYNC_MAPS.map((name) => [name, itemsSchema.optional()])),
  ...Object.fromEntries(SYNC_DOCUMENTS.map((name) => [name, documentSchema.optional()])),
}).transform(
  (maps): SyncContents =>
    Object.fromEntries(
      Object.entries(maps).flatMap(([name, items]) => (items === undefined ? [] : [[name, items] as const])),
    ),
);

const expectSchema = strictSchema("expect", {
  callSid: anything,
  from: anything,
  to: anything,
  disposition: z.enum(DISPOSITIONS, { error: DISPOSITIONS.join(", ") }).optional(),
  answered: z.boolean({ error: "true or false" }).optional(),
  verdict: anything,
  path: anything,
  heard: anything,
  pressed: anything,
  dialed: anything,
  recordings: anything,
  functions: anything,
  syncRequests: anything,
}).transform(withoutUndefined);

/** Also one that no line of the policy is: it may have been bought and pointed at the flow all the same. */
const OUR_NUMBER = "a number of ours such as +12125550100";

const callSchema = strictSchema("a call", {
  from: z.string({ error: "the caller: a number, a SIP URI, or a word such as anonymous" }),
  to: z
    .string({ error: OUR_NUMBER })
    .regex(/^\+[1-9]\d{6,14}$/, { error: OUR_NUMBER })
    .optional(),
  at: secondsSchema.optional(),
  parameters: z.record(z.string(), z.string({ error: "text" }), { error: "an object of texts" }).default({}),
  caller: callerScriptSchema.default([]),
  callees: z.record(z.string(), calleeSchema, { error: "an object of callees by number" }).default({}),
  expect: expectSchema.default({}),
});

/** One scenario, as the files of `npm run scenario` write it. What it leaves out is filled in. */
export const scenarioSchema = strictSchema("a scenario", {
  name: text("a name"),
  now: instantSchema.default(Date.parse(DEFAULT_NOW)),
  policy: text("the path of a policy file").optional(),
  contacts: text("the path of a vCard file").optional(),
  sync: syncSchema.default({}),
  faults: z.array(faultSchema, { error: "a list of faults" }).default([]),
  calls: z.array(callSchema, { error: "a list of calls" }).min(1, { error: "one call or more" }),
  expect: strictSchema("expect", { mail: anything, sync: anything }).transform(withoutUndefined).default({}),
});

/** A scenario with everything filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** One call of a scenario. */
export type ScenarioCall = Scenario["calls"][number];

function withoutUndefined(expected: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
}
