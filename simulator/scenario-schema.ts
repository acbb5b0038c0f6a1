import { z } from "zod";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../src/store/maps";
import { callerScriptSchema, secondsSchema } from "./caller-step-schema";
import { chosenSchema, hasKey } from "./chosen-schema";
import { commandSchema } from "./command-schema";
import { DISPOSITIONS } from "./disposition-of";
import { faultSchema } from "./fault-schema";
import type { SyncContents } from "./furnish-sync";
import { handsetOf } from "./handset-of";
import { noTextsSchema } from "./no-texts-schema";
import { calleesSchema, handsetsSchema } from "./phone-schema";
import { addOnsByNumberSchema, reputationSchema } from "./reputation-schema";
import { strictSchema } from "./strict-schema";
import { withoutUndefined } from "./without-undefined";

/** When a scenario begins that does not say when: a Monday at 10 in the morning in New York. */
const DEFAULT_NOW = "2026-01-05T15:00:00Z";

const text = (allowed: string) => z.string({ error: allowed }).min(1, { error: allowed });
const PIN = "the owner's PIN, 6 to 12 digits";
const anything = z.unknown().optional();

const instantSchema = text("an instant such as 2026-01-05T15:00:00Z")
  .refine(
    (instant) => /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(instant) && !Number.isNaN(Date.parse(instant)),
    {
      error: "an instant such as 2026-01-05T15:00:00Z",
    },
  )
  .transform((instant) => Date.parse(instant));

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
  whispered: anything,
  rang: anything,
  room: anything,
  phoneHeard: anything,
  recordings: anything,
  functions: anything,
  syncRequests: anything,
}).transform(withoutUndefined);

const phonesSchema = strictSchema("phones", { home: handsetsSchema });

/** Also one that no line of the policy is: it may have been bought and pointed at the flow all the same. */
const OUR_NUMBER = "a number of ours such as +12125550100";

const callSchema = strictSchema("a call", {
  from: z.string({ error: "the caller: a number, a SIP URI, or a word such as anonymous" }),
  to: text(OUR_NUMBER).optional(),
  at: secondsSchema.optional(),
  parameters: z.record(z.string(), z.string({ error: "text" }), { error: "an object of texts" }).default({}),
  caller: callerScriptSchema.default([]),
  callees: calleesSchema.default({}),
  phones: phonesSchema.optional(),
  expect: expectSchema.default({}),
}).superRefine(({ from, to }, context) => {
  const problem = problemOfCallee(from, to);
  if (problem !== undefined) context.addIssue({ code: "custom", path: ["to"], message: problem });
});

/** The home's phone dials whatever keys it has; everybody else reaches us by a number of ours. */
function problemOfCallee(from: string, to: string | undefined): string | undefined {
  if (handsetOf(from) !== undefined)
    return to === undefined ? "what the phone dials, such as 911" : undefined;
  return to === undefined || /^\+[1-9]\d{6,14}$/.test(to) ? undefined : OUR_NUMBER;
}

/** A call, or what is run between calls. */
const entrySchema = chosenSchema(
  (value): z.ZodType<ScenarioCall | ScenarioCommand> =>
    hasKey(value, "command") ? commandSchema : callSchema,
);

/** One scenario, as the files of `npm run scenario` write it. What it leaves out is filled in. */
export const scenarioSchema = strictSchema("a scenario", {
  name: text("a name"),
  now: instantSchema.default(Date.parse(DEFAULT_NOW)),
  policy: text("the path of a policy file").optional(),
  pin: z
    .string({ error: PIN })
    .regex(/^\d{6,12}$/, { error: PIN })
    .optional(),
  contacts: text("the path of a vCard file").optional(),
  sync: syncSchema.default({}),
  reputation: reputationSchema.default({}),
  addOns: addOnsByNumberSchema.default({}),
  noTexts: noTextsSchema.default({}),
  faults: z.array(faultSchema, { error: "a list of faults" }).default([]),
  phones: phonesSchema.optional(),
  calls: z.array(entrySchema, { error: "a list of calls" }).min(1, { error: "one call or more" }),
  expect: strictSchema("expect", { placed: anything, mail: anything, texts: anything, sync: anything })
    .transform(withoutUndefined)
    .default({}),
});

/** A scenario with everything filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** One call of a scenario. */
export type ScenarioCall = z.infer<typeof callSchema>;
/** A command that a scenario runs between calls. */
export type ScenarioCommand = z.infer<typeof commandSchema>;
