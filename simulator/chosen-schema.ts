import { z } from "zod";

/** A schema for each value, so that what is wrong deep inside is told at its own place; a union would only say what it allows. */
export function chosenSchema<Value>(choose: (value: unknown) => z.ZodType<Value>) {
  return z.unknown().transform((value, context): Value => {
    const { data, error } = choose(value).safeParse(value);
    for (const issue of error?.issues ?? [])
      if (issue.code === "unrecognized_keys") context.addIssue({ ...issue, input: {} });
      else context.addIssue({ code: "custom", path: issue.path, message: issue.message });
    return data ?? z.NEVER;
  });
}

/** Whether a value is an object with this key. */
export function hasKey(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && key in value;
}
