import { z } from "zod";
import { callerScriptSchema, secondsSchema } from "./caller-step-schema";
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

/** What a dialled phone does, as scenarios write it. */
export const calleeSchema = phoneSchema(CALLEE_WORDS, CALLEE_ALLOWED);

const handsetSchema = phoneSchema([...CALLEE_WORDS, "unregistered"], HANDSET_ALLOWED);

/** What the home's handsets do when they ring: one of them, or several in the order of their registration. */
export const handsetsSchema = chosenSchema(
  (value): z.ZodType<readonly PhonePlan[]> =>
    Array.isArray(value)
      ? z
          .array(handsetSchema)
          .min(1, { error: "what one handset does, or a list of those, one for each handset" })
      : handsetSchema.transform((handset) => [handset]),
);

/** A word, or what somebody does who answers. */
function phoneSchema(words: readonly PhonePlan["does"][], allowed: string) {
  const wordSchema = z.enum(words, { error: allowed }).transform((does): PhonePlan => ({ does }));
  const either = z.union([wordSchema, answeringSchema], { error: allowed });
  return chosenSchema((value): z.ZodType<PhonePlan> => (hasSteps(value) ? answeringSchema : either));
}

function hasSteps(value: unknown): boolean {
  return typeof value === "object" && value !== null && "steps" in value;
}

/** A schema for each value, so that what is wrong deep inside is told at its own place; a union would only say what it allows. */
function chosenSchema<Value>(choose: (value: unknown) => z.ZodType<Value>) {
  return z.unknown().transform((value, context): Value => {
    const { data, error } = choose(value).safeParse(value);
    for (const issue of error?.issues ?? [])
      if (issue.code === "unrecognized_keys") context.addIssue({ ...issue, input: {} });
      else context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    return data ?? z.NEVER;
  });
}
