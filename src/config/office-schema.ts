import { z } from "zod";
import { LOCALES, MENU_KEYS, RING_ORDERS } from "../policy/office/office";
import { MOST_AT_ONCE } from "../policy/office/ring-order";
import { email, localText, name, phone, spoken, whole } from "./fields";
import { exceptions, hours } from "./hours-fields";

/** What a menu can say and still be listened to. */
const MAX_ENTRIES = MENU_KEYS.length;
const KEY = "one key of a telephone: 1 to 9, 0 or *";
const TARGET =
  'a telephone number, several in a list, "voicemail", "vanity", a department, or an object with one of "ring", "menu", "say", "play", "voicemail"';
const RECORDING = 'an https address, or a file in assets/, such as "/directions.mp3"';

const text = () => localText(spoken());
const phones = () =>
  z.array(phone()).min(1, "at least one telephone").max(MOST_AT_ONCE, `at most ${MOST_AT_ONCE} telephones`);
const order = () => z.enum(RING_ORDERS).describe("How several telephones ring.");

/** One of these says where it leads. */
const LEADS = ["ring", "menu", "say", "play", "voicemail"] as const;

const targetObject = z
  .strictObject({
    ring: phones().optional(),
    how: order().optional(),
    menu: z.string().optional(),
    say: text().optional(),
    play: z
      .string()
      .regex(/^(https:\/\/\S+|\/[\w./-]+)$/, RECORDING)
      .optional(),
    voicemail: z.string().optional(),
  })
  .refine((to) => LEADS.filter((lead) => to[lead] !== undefined).length === 1, TARGET)
  .refine((to) => to.how === undefined || to.ring !== undefined, '"how" only beside "ring"');

const target = z.union([z.string().min(1, TARGET), phones(), targetObject], { error: TARGET });

const entry = z.strictObject({
  key: z.enum(MENU_KEYS, KEY).describe(KEY),
  name: localText(name()).describe("What the menu calls it, and callers may say."),
  to: target.describe(
    'A telephone, several in a list, "sip:…", "voicemail", "vanity" (what a number spells), the id of a department; or { "ring": […], "how": "inTurn" }, { "menu": … }, { "say": … }, { "play": … }, { "voicemail": … }.',
  ),
});

const entries = () =>
  z.array(entry).min(1, "at least one entry").max(MAX_ENTRIES, `at most ${MAX_ENTRIES} entries`);

const voicemail = z.strictObject({
  greeting: text().optional().describe("Said before the tone."),
  email: email().optional().describe("Where its voicemails are mailed. Default: the line's address."),
});

const department = z.strictObject({
  name: localText(name()).optional().describe("Default: its id."),
  ring: phones().describe('Its telephones: numbers, or "sip:…".'),
  how: order().default("atOnce"),
  ringSeconds: whole(5, 60)
    .optional()
    .describe("How long each rings, or all at once. Default: the office's."),
  hours: z.array(hours("mon-fri 9:00-17:00")).optional().describe("Default: the office's."),
  holidays: exceptions("9:00-12:00")
    .optional()
    .describe("Hours of single dates in place of the week's. Default: the office's."),
  whisper: z.boolean("true or false").optional().describe("Default: the office's."),
  callerId: z.enum(["caller", "line"]).optional().describe("Default: the office's."),
  callbacks: z.boolean("true or false").optional().describe("Default: the office's."),
  voicemail: voicemail.prefault({}),
});

/** An id that the policy uses to name a menu or a department. */
const id = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/i, "a short name of letters, digits and hyphens, such as finance")
    .refine((text) => text !== "voicemail", 'another name: "voicemail" is what takes messages')
    .refine((text) => text !== "vanity", 'another name: "vanity" is what spells numbers');

/** The section `office` of the policy file. */
export const officeSchema = z.strictObject({
  greeting: text().optional().describe("Said before the menu while the office is open."),
  closedGreeting: text().optional().describe("Said before the menu while every department is closed."),
  languages: z
    .array(z.enum(LOCALES))
    .min(1, "at least one language")
    .refine((list) => new Set(list).size === list.length, "each language once")
    .default(["en"])
    .describe("The languages callers may hear; the first is the office's own."),
  languageBy: z
    .enum(["choice", "country"])
    .default("choice")
    .describe("How a caller's language is found: asked for, or by the country of the number."),
  hours: z
    .array(hours("mon-fri 9:00-17:00"))
    .default([])
    .describe("Opening hours, by the clock of the policy's time zone. None: always open."),
  holidays: exceptions("9:00-12:00")
    .default({})
    .describe('Hours of single dates, in place of the week\'s: "none" on a holiday.'),
  tries: whole(1, 5).default(3).describe("How often a menu is said to who presses nothing that it offers."),
  operator: phone()
    .optional()
    .describe("The department, or telephone, that 0 rings, and who cannot choose. Default: voicemail."),
  survey: z
    .boolean("true or false")
    .default(false)
    .describe("Whether callers are asked, after the talk, how they were served: 1 to 5."),
  callbacks: z
    .boolean("true or false")
    .default(true)
    .describe("Whether callers whom nobody answers may ask to be called back."),
  whisper: z
    .boolean("true or false")
    .default(true)
    .describe(
      "Whether whoever picks up hears who calls and presses 1 to take it: a mobile's mailbox then takes no call.",
    ),
  ringSeconds: whole(5, 60).default(20).describe("How long each telephone rings."),
  callerId: z
    .enum(["caller", "line"])
    .default("caller")
    .describe("What the telephones show: the caller's number, or the line's."),
  menu: entries().describe("What callers may choose."),
  menus: z
    .record(
      id(),
      z.strictObject({ greeting: text().optional().describe("Said before it."), entries: entries() }),
    )
    .default({})
    .describe("Further menus, by their ids."),
  departments: z.record(id(), department).default({}).describe("Who answers, by ids that the menu names."),
});

/** The section with its defaults filled in. */
export type OfficeFile = z.output<typeof officeSchema>;
/** An entry of a menu as the file has it. */
export type MenuEntryFile = OfficeFile["menu"][number];
