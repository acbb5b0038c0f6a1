import { z } from "zod";

const verdictSchema = z.looseObject({
  action: z.string(),
  rule: z.string(),
  reason: z.string(),
  trace: z.array(z.string()),
});
const resultSchema = z.looseObject({ result: z.string() });

const outcomeSchema = z.looseObject({ outcome: z.string() });
const nextSchema = z.looseObject({ next: z.string() });
const exhaustedSchema = z.looseObject({ exhausted: z.literal("true") });

/** The reply of `/incoming/screen`, with whatever else it says. */
export type Verdict = z.infer<typeof verdictSchema>;

/** Reads the body of a reply of `/incoming/screen`; undefined when it holds no verdict. */
export function parseVerdict(body: string): Verdict | undefined {
  return verdictSchema.safeParse(parseJson(body)).data;
}

/** Reads the `result` that a Function replied who checks digits; undefined when there is none. */
export function parseResult(body: string): string | undefined {
  return resultSchema.safeParse(parseJson(body)).data?.result;
}

/** Reads where a Function replied that the flow shall go on; undefined when it says nothing of it. */
export function parseNext(body: string): string | undefined {
  return nextSchema.safeParse(parseJson(body)).data?.next;
}

/** Whether the office's menu replied that it gives the caller up. */
export function parseExhausted(body: string): boolean {
  return exhaustedSchema.safeParse(parseJson(body)).success;
}

/** Reads how ringing ended, as the Function replied that a call comes back to; undefined when it says nothing of it. */
export function parseOutcome(body: string): string | undefined {
  return outcomeSchema.safeParse(parseJson(body)).data?.outcome;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
