import { z } from "zod";
import { type FaultRule, parseFault } from "../local-twilio/faults";
import { didYouMean } from "../src/config/did-you-mean";
import { SYNC_DOCUMENTS, SYNC_MAPS } from "../src/store/maps";
import { strictSchema } from "./strict-schema";

const TARGETS = "function:<path>, sync:<method> <map>, http:<host> or smtp";
const TARGET = /^(?:function:(?:\/\S*|\*)|sync:\S+ \S+|http:\S+|smtp)$/i;
const FAULTS = "timeout, reset, lost, garbage, slow:<ms> or status:<code>";
const TIMES = "how often, a whole number above 0";
const AFTER = "how many requests pass first, a whole number";

const METHODS = ["GET", "POST", "DELETE", "*"];
const LISTS: readonly string[] = [...SYNC_MAPS, ...SYNC_DOCUMENTS];

const targetSchema = z
  .string({ error: TARGETS })
  .regex(TARGET, { error: TARGETS })
  .superRefine((target, context) => {
    const message = mistakeIn(target);
    if (message !== undefined) context.addIssue({ code: "custom", message });
  });

/** A fault on a map that is misspelled would never come, and the scenario would pass for the wrong reason. */
function mistakeIn(target: string): string | undefined {
  const [, method = "", map = ""] = /^sync:(\S+) (\S+)$/i.exec(target) ?? [];
  if (method === "") return undefined;
  if (!METHODS.includes(method.toUpperCase()))
    return `${METHODS.slice(0, -1).join(", ")} or * before the map`;
  if (map.includes("*") || LISTS.includes(map.toLowerCase())) return undefined;
  return `a map of Sync, not ${JSON.stringify(map)}${didYouMean(map, LISTS)}`;
}

/** What breaks on purpose, as scenarios write it. */
export const faultSchema = strictSchema("a fault", {
  on: targetSchema,
  fault: z.string({ error: FAULTS }).transform((source, context) => {
    const fault = parseFault(source);
    if (fault === undefined) context.addIssue({ code: "custom", message: FAULTS });
    return fault ?? z.NEVER;
  }),
  times: z.int({ error: TIMES }).min(1, { error: TIMES }).optional(),
  after: z.int({ error: AFTER }).min(0, { error: AFTER }).optional(),
}).transform(
  ({ on, fault, times, after }): FaultRule => ({
    ...{ on, fault },
    ...(times === undefined ? {} : { times }),
    ...(after === undefined ? {} : { after }),
  }),
);
