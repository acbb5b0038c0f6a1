import { z } from "zod";
import type { MessageMark } from "../local-twilio/messages";

const MARKS = ["landline", "notMobile", "optedOut", "unreachable"] as const satisfies readonly MessageMark[];
const BY_NUMBER = 'an object by numbers such as "+12125550190"';
const NUMBER = z.string().regex(/^\+[1-9]\d{6,14}$/, { error: BY_NUMBER });

/** Which numbers get no text messages, and why, as scenarios write it. */
export const noTextsSchema = z.record(NUMBER, z.enum(MARKS, { error: MARKS.join(", ") }), {
  error: BY_NUMBER,
});
