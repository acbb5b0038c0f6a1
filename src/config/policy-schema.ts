import { z } from "zod";
import { RULE_NAMES } from "../policy/line";
import { MAIN_MENU } from "../policy/office/office";
import { isCountryCode } from "../telephony/e164";
import { DEFAULT_TEXTS } from "./default-texts";
import { evidenceShape, reputationSchema } from "./evidence-schema";
import { email, name, phone, spoken, whole } from "./fields";
import { homeSchema } from "./home-schema";
import { officeSchema } from "./office-schema";
import { RULE_PRESET_NAMES } from "./presets";
import { consoleSchema, vanitySchema } from "./vanity-schema";

/** What a Sync item's `ttl` takes is a year. @see https://www.twilio.com/docs/sync/api/map-item-resource */
const MAX_DAYS = 365;

const prompt = () =>
  spoken()
    .refine((text) => text.includes("{digits}"), "a text with {digits} where the digits are spoken")
    .refine(
      (text) => !/\p{N}/u.test(text),
      "a text with no numerals but {digits}: callers would press them too",
    )
    .refine(
      (text) => !/[{}]/.test(text.replaceAll("{digits}", "")),
      "no other braces than those of {digits}",
    );

const rules = z.union([
  z.enum(RULE_PRESET_NAMES),
  z
    .array(z.enum(RULE_NAMES))
    .min(1, "at least one rule")
    .refine((list) => new Set(list).size === list.length, "each rule once"),
]);

const voicemail = z.strictObject({
  email: email().optional().describe("Where voicemails are mailed. Default: the owner's email."),
  greeting: spoken()
    .optional()
    .describe(
      `Said before the tone, in the first language of the office, if there is one. Default: "${DEFAULT_TEXTS.greeting}"`,
    ),
});

const challenge = z.strictObject({
  kind: z
    .enum(["digits", "name"])
    .default("digits")
    .describe(
      "What a stranger is asked for: digits to press, or a name, which whoever picks up hears and decides.",
    ),
  namePrompt: spoken()
    .optional()
    .describe(
      `Asks for the name, before a tone, in the first language of the office, if there is one. Default: "${DEFAULT_TEXTS.namePrompt}"`,
    ),
  attempts: whole(1, 5).default(1).describe("How often a caller is asked within a call."),
  prompt: prompt().default(DEFAULT_TEXTS.prompt).describe("Asks for the digits: {digits} stands for them."),
  failed: spoken().optional().describe(`Said after wrong digits. Default: "${DEFAULT_TEXTS.failed}"`),
  locked: spoken()
    .optional()
    .describe(`Said after the wrong digits that lock the caller out. Default: "${DEFAULT_TEXTS.locked}"`),
  onPass: z
    .enum(["voicemail", "ring"])
    .default("voicemail")
    .describe("What a caller reaches who pressed the digits."),
  onFail: z.enum(["end", "voicemail"]).default("end").describe("What follows wrong digits."),
  onSilence: z.enum(["end", "voicemail"]).default("end").describe("What follows no digits."),
});

const strikes = z.strictObject({
  unanswered: whole(0, 100)
    .default(3)
    .describe("Challenges in a row without an answer before a caller is locked out. 0: never."),
  failed: whole(0, 100)
    .default(3)
    .describe("Wrong answers in a row before a caller is locked out. 0: never."),
  forgetAfterDays: whole(0, MAX_DAYS)
    .default(30)
    .describe("Days without a call after which strikes are forgotten. 0: never."),
  then: z.enum(["reject", "voicemail"]).default("reject").describe("What a caller gets who is locked out."),
});

const line = z.strictObject({
  name: name().optional().describe("What mails and pages call the line. Default: its number."),
  rules: rules
    .optional()
    .describe("The screening rules in their order, the first match decides; or the name of a preset."),
  ring: z
    .strictObject({ to: phone() }, { error: ringError })
    .describe('The telephone that known callers ring; "home" for the SIP phone of the home.'),
  voicemail: voicemail.prefault({}),
  challenge: challenge.prefault({}),
  strikes: strikes.prefault({}),
  withheld: z
    .enum(["challenge", "reject", "voicemail"])
    .default("challenge")
    .describe("Callers who withhold their number, when the rules name withheld."),
  message: spoken()
    .default(DEFAULT_TEXTS.message)
    .describe("What a caller hears, when the rules name message, before the call ends."),
  ...evidenceShape,
  menu: z
    .string()
    .default(MAIN_MENU)
    .describe("The menu that callers begin with, when the rules name menu: an id of office.menus."),
  contacts: z
    .string()
    .min(1, "the name of a vCard file")
    .optional()
    .describe("vCard file, relative to this one. Default: contacts.private.vcf."),
});

const owner = z.strictObject({
  name: name().default("Owner"),
  phone: phone().optional(),
  email: email().optional(),
});

/** The policy file as the owner writes it; reading it fills in every default. Numbers are still as written. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  country: z
    .string()
    .refine(isCountryCode, "a country code of two capital letters, such as US")
    .default("US")
    .describe("ISO 3166 code: numbers without + are read as this country's."),
  timezone: z
    .string()
    .refine(isTimezone, "an IANA time zone, such as America/New_York")
    .default("America/New_York")
    .describe("IANA time zone: by its clocks opening hours and bedtimes count."),
  owner: owner.prefault({}),
  lines: z
    .record(z.string(), line)
    .refine((lines) => Object.keys(lines).length > 0, "at least one line")
    .describe("One entry for each of our Twilio numbers."),
  reputation: reputationSchema.optional().describe("Whom a stranger's score is asked of, and what it means."),
  office: officeSchema
    .optional()
    .describe("The menu that callers choose in, and the departments that answer."),
  home: homeSchema
    .optional()
    .describe("A SIP phone for the children: who may ring it, and whom it may ring."),
  vanity: vanitySchema.optional().describe("What numbers spell: on the telephone, and on a web page."),
  console: consoleSchema.optional().describe("The web console, and who may sign in to it."),
});

/** A policy file with its defaults filled in. */
export type PolicyFile = z.output<typeof policySchema>;

/** The one thing that every line must say. */
function ringError({ code }: { readonly code?: string }): string | undefined {
  return code === "invalid_type"
    ? 'the telephone that known callers ring: { "to": "+12125550123" }'
    : undefined;
}

/** Offsets such as `+01:00`, which newer runtimes take too, know no summer time. */
function isTimezone(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return /^[A-Za-z]/.test(timezone);
  } catch {
    return false;
  }
}
