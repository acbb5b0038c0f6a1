import { z } from "zod";
import { DEFAULT_TEXTS } from "./default-texts";
import { country, phone, spoken, whole } from "./fields";
import { exceptions, hours } from "./hours-fields";

const outgoing = z.strictObject({
  unlisted: z
    .enum(["refuse", "owner"])
    .default("refuse")
    .describe("What follows a number that is not on the allow list: a refusal, or the owner's telephone."),
  callMinutes: whole(1, 240).default(60).describe("The longest call."),
  minutesPerDay: whole(0, 1440).default(0).describe("All calls of a day together. 0: no limit."),
  countries: z
    .array(country())
    .optional()
    .describe("Countries whose numbers may be on the list at all. Default: the policy's own."),
  premiumCountries: z
    .array(country())
    .default([])
    .describe("Countries whose premium-rate numbers may be on the list, too."),
});

/** The section `home` of the policy file. */
export const homeSchema = z.strictObject({
  callerId: phone()
    .optional()
    .describe(
      "The line that outgoing calls show, and emergency services call back. Default: the first that rings home.",
    ),
  ringSeconds: whole(5, 60).default(25).describe("How long the phone rings before a message is taken."),
  whileRinging: z
    .enum(["ringing", "music"])
    .default("ringing")
    .describe("What a caller hears until the phone is answered."),
  secondCaller: z
    .enum(["voicemail", "ring", "busy"])
    .default("voicemail")
    .describe("What a caller gets while the phone is in use."),
  offersPrimaryContact: z
    .boolean("true or false")
    .default(true)
    .describe("Whether a caller who is not answered may ring the primary contact of the allow list."),
  bedtimes: z
    .array(hours("sun-thu 20:30-07:00"))
    .default([])
    .describe("When only callers with overrideBedtime ring, by the clock of the policy's time zone."),
  exceptions: exceptions("22:30-09:00")
    .default({})
    .describe("Bedtimes of single dates, in place of those that would begin then."),
  bedtimeGreeting: spoken().default(DEFAULT_TEXTS.bedtime).describe("Said before the tone at bedtime."),
  pausedGreeting: spoken()
    .default(DEFAULT_TEXTS.paused)
    .describe("Said before the tone while the owner has paused the phone."),
  ownerAttestation: z
    .enum(["any", "A"])
    .default("any")
    .describe(
      "Whether the owner's options take a call that the network vouches for in full (STIR/SHAKEN A).",
    ),
  monitoring: z
    .enum(["off", "atStart", "onJoin"])
    .default("off")
    .describe("Whether the owner may listen, and when those on the line are told."),
  recording: z
    .boolean("true or false")
    .default(false)
    .describe("Whether calls are recorded, which is announced."),
  monitoringNotice: spoken()
    .default(DEFAULT_TEXTS.monitoringNotice)
    .describe("Said to everybody on the line whose call may be, or is, listened to."),
  recordingNotice: spoken()
    .default(DEFAULT_TEXTS.recordingNotice)
    .describe("Said to everybody on the line before a recording begins."),
  outgoing: outgoing.prefault({}),
  callbackMinutes: whole(0, 1440)
    .default(90)
    .describe("How long calls ring unscreened after an emergency call."),
});

/** The section with its defaults filled in. */
export type HomeFile = z.output<typeof homeSchema>;
