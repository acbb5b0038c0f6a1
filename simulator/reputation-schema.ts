import { z } from "zod";
import { LINE_TYPES } from "../local-twilio/reputation";
import { strictSchema } from "./strict-schema";

const SCORE = "TeleSign's score, a whole number from 0 to 1000, the worst";
const BY_NUMBER = 'an object by numbers such as "+12125550188"';
const FAILURE = { code: z.int({ error: "a code" }), message: z.string({ error: "text" }) };
const ANY_NUMBER = /^\+[1-9]\d{3,14}$/;

const byNumber = <Value extends z.ZodType>(value: Value) =>
  z.record(z.string().regex(ANY_NUMBER, { error: BY_NUMBER }), value, { error: BY_NUMBER });

const reputeSchema = strictSchema("a number's reputation", {
  score: z.int({ error: SCORE }).min(0, { error: SCORE }).max(1000, { error: SCORE }).optional(),
  level: z.string({ error: "TeleSign's word, such as high" }).optional(),
  lineType: z.enum(LINE_TYPES, { error: LINE_TYPES.join(", ") }).optional(),
  lineStatus: z.string({ error: "Lookup's word, such as inactive" }).optional(),
  valid: z.boolean({ error: "true or false" }).optional(),
});

/** An add-on's result, or its failure. */
const resultOr = <Result extends z.ZodType>(result: Result, allowed: string) =>
  z.union([result, z.strictObject(FAILURE)], { error: `${allowed}, or { "code", "message" } of a failure` });

const addOnsSchema = strictSchema("a number's add-ons", {
  nomorobo_spamscore: resultOr(z.strictObject({ score: z.number() }), '{ "score" }').exactOptional(),
  marchex_cleancall: resultOr(
    z.strictObject({ recommendation: z.string(), reason: z.string().exactOptional() }),
    '{ "recommendation", "reason"? }',
  ).exactOptional(),
  icehook_scout: resultOr(z.looseObject({ risk_level: z.number() }), '{ "risk_level", … }').exactOptional(),
});

/** What is known of numbers outside the house, as scenarios write it. */
export const reputationSchema = byNumber(reputeSchema);

/** What the Marketplace add-ons say of callers, as scenarios write it. */
export const addOnsByNumberSchema = byNumber(addOnsSchema);
