import { z } from "zod";
import { CONSEQUENCES } from "../policy/line";
import { PROVIDER_NAMES } from "../policy/reputation";
import { country, whole } from "./fields";

const consequence = () => z.enum(CONSEQUENCES);

/** What a line says to the rules that look at the call itself. */
export const evidenceShape = {
  attestation: z
    .strictObject({
      strict: z
        .boolean("true or false")
        .default(false)
        .describe("Whether contacts need a full signature (STIR/SHAKEN A) to ring unannounced."),
    })
    .prefault({})
    .describe("When the rules name attestation: how contacts whose number may be forged are let through."),
  neighbour: consequence()
    .default("challenge")
    .describe("When the rules name neighbour: strangers with our area code and exchange."),
  impossible: consequence()
    .default("reject")
    .describe("When the rules name impossible: numbers that cannot exist."),
  country: z
    .strictObject({
      only: z
        .array(country())
        .default([])
        .describe(
          "Countries whose numbers pass, and may be called back. None: all pass, and your own is called back.",
        ),
      never: z.array(country()).default([]).describe("Countries whose numbers do not."),
      then: consequence().default("challenge").describe("What the others get."),
    })
    .prefault({})
    .describe("When the rules name country."),
  callername: z
    .array(
      z.strictObject({
        like: z
          .string()
          .max(100, "at most 100 characters")
          .describe('The caller name: * for anything, in any case; "" for none.'),
        then: z.enum([...CONSEQUENCES, "ring"]),
      }),
    )
    .max(100, "at most 100 patterns")
    .default([])
    .describe("When the rules name callername: what names get; the first pattern that fits decides."),
};

/** The section `reputation` of the policy file. */
export const reputationSchema = z.strictObject({
  provider: z.enum(PROVIDER_NAMES).default("telesign").describe("Whom a caller's score is asked of."),
  threshold: whole(0, 1000)
    .default(600)
    .describe("From this score on, of 0 to 1000, a call is rejected, unanswered."),
  timeoutMs: whole(100, 2000)
    .default(1500)
    .describe("The longest that a caller waits for a score, in milliseconds."),
  unknown: z
    .enum(["next", ...CONSEQUENCES])
    .default("next")
    .describe("What a caller gets whose score cannot be found out: the next rule decides, or one of these."),
  lookupsPerHour: whole(0, 10_000).default(60).describe("How many scores may be paid for in an hour."),
  cacheHours: whole(1, 720).default(24).describe("How long a score is remembered."),
});
