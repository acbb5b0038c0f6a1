import { z } from "zod";
import { callerScriptSchema, secondsSchema } from "./caller-step-schema";
import { chosenSchema, hasKey } from "./chosen-schema";
import { CALLEE_WORDS } from "./parse-callee";
import type { PhonePlan } from "./scripted-phone";
import { strictSchema } from "./strict-schema";

const ANSWERING = '{"answers":true,"after":4,"seconds":40,"steps":[…]}';
const CALLEE_ALLOWED = `${CALLEE_WORDS.join(", ")}, or ${ANSWERING}`;
const HANDSET_ALLOWED = `${CALLEE_WORDS.join(", ")}, unregistered, or ${ANSWERING}`;

const answeringSchema = strictSchema("a phone that answers", {
  answers: z.literal(true, { error: "true" }),
  after: secondsSchema.optional(),
  seconds: secondsSchema.optional(),
  steps: callerScriptSchema.optional(),
}).transform(
  ({ after, seconds, steps }): PhonePlan => ({
    does: "answers",
    ...(after === undefined ? {} : { after }),
    ...(seconds === undefined ? {} : { seconds }),
    ...(steps === undefined ? {} : { steps }),
  }),
);

/** What dialled phones do, as scenarios write it: by number or SIP address, one thing or a list, one for each ring. */
export const calleesSchema = z.record(
  z.string(),
  listSchema(
    phoneSchema(CALLEE_WORDS, CALLEE_ALLOWED),
    "what the phone does, or a list of that, one for each time it rings",
  ),
  { error: "an object of callees by number" },
);

/** What the home's handsets do when they ring: one of them, or several in the order of their registration. */
export const handsetsSchema = listSchema(
  phoneSchema([...CALLEE_WORDS, "unregistered"], HANDSET_ALLOWED),
  "what one handset does, or a list of those, one for each handset",
);

/** One, or a list of them. */
function listSchema(one: z.ZodType<PhonePlan>, allowed: string) {
  return chosenSchema(
    (value): z.ZodType<readonly PhonePlan[]> =>
      Array.isArray(value) ? z.array(one).min(1, { error: allowed }) : one.transform((plan) => [plan]),
  );
}

/** A word, or what somebody does who answers. */
function phoneSchema(words: readonly PhonePlan["does"][], allowed: string) {
  const wordSchema = z.enum(words, { error: allowed }).transform((does): PhonePlan => ({ does }));
  const either = z.union([wordSchema, answeringSchema], { error: allowed });
  return chosenSchema((value): z.ZodType<PhonePlan> => (hasKey(value, "steps") ? answeringSchema : either));
}
