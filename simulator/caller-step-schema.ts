import { z } from "zod";
import { countGroups, parseHeardPattern } from "./heard-pattern";
import type { CallerStep, StepAct } from "./scripted-caller";
import { speakingTime } from "./speaking-time";
import { strictSchema } from "./strict-schema";

/** Seconds, as scenarios write them. */
export const secondsSchema = z.number({ error: "a number of seconds, 0 or more" }).min(0, {
  error: "a number of seconds, 0 or more",
});

const hearsSchema = z
  .string({ error: "a regular expression, or beep, ringing, silence" })
  .transform((source, context) => {
    const pattern = parseHeardPattern(source);
    if (pattern === undefined) context.addIssue({ code: "custom", message: "a valid regular expression" });
    return pattern ?? z.NEVER;
  });

const pressesSchema = z.string({ error: "keys" }).regex(/^(?:[0-9*#A-DwW]|\$[1-9])+$/, {
  error: "keys 0-9 * # A-D, w and W to wait, $1 to $9 for what was heard",
});

const rawStepSchema = strictSchema("a step of the caller", {
  hears: hearsSchema.optional(),
  after: secondsSchema.optional(),
  presses: pressesSchema.optional(),
  speaks: z.string({ error: "words" }).optional(),
  seconds: secondsSchema.optional(),
  hangsUp: z.literal(true, { error: "true" }).optional(),
});

type RawStep = z.infer<typeof rawStepSchema>;

/** One line of a caller's script. */
const callerStepSchema = rawStepSchema
  .superRefine((step, context) => {
    for (const message of contradictions(step)) context.addIssue({ code: "custom", message });
  })
  .transform(toStep);

/** A caller's script, as scenarios write it. */
export const callerScriptSchema = z
  .array(callerStepSchema, { error: "a list of caller steps" })
  .superRefine((script, context) => {
    let groups = 0;
    for (const [index, { hears, act }] of script.entries()) {
      groups = (hears === undefined ? 0 : countGroups(hears)) || groups;
      for (const missing of groupsUsed(act).filter((group) => group > groups))
        context.addIssue({
          code: "custom",
          path: [index],
          message: `no $${missing}: hears captures ${groups} groups`,
        });
    }
  });

function groupsUsed(act: StepAct | undefined): number[] {
  if (act === undefined || act.does === "hangUp") return [];
  const text = act.does === "press" ? act.keys : act.text;
  return [...text.matchAll(/\$([1-9])/g)].map(([, group]) => Number(group));
}

function contradictions(step: RawStep): string[] {
  const acts = [step.presses, step.speaks, step.hangsUp].filter((act) => act !== undefined).length;
  return [
    ...(acts > 1 ? ["one of presses, speaks, hangsUp in a step"] : []),
    ...(step.seconds !== undefined && step.speaks === undefined ? ["seconds only with speaks"] : []),
    ...(acts === 0 && step.hears === undefined && step.after === undefined
      ? ["a step that waits or acts"]
      : []),
  ];
}

function toStep(step: RawStep): CallerStep {
  const act = toAct(step);
  return {
    ...(step.hears === undefined ? {} : { hears: step.hears }),
    ...(step.after === undefined ? {} : { after: step.after }),
    ...(act === undefined ? {} : { act }),
  };
}

function toAct({ presses, speaks, seconds, hangsUp }: RawStep): StepAct | undefined {
  if (presses !== undefined) return { does: "press", keys: presses };
  if (hangsUp !== undefined) return { does: "hangUp" };
  if (speaks === undefined) return undefined;
  return {
    does: "speak",
    text: speaks,
    seconds: seconds ?? speakingTime(speaks),
  };
}
