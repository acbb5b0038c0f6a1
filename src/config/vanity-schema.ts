import { z } from "zod";
import { DEFAULT_VANITY } from "../policy/vanity/vanity";
import { name, phone, spoken, whole } from "./fields";

const WORD = "a word of 2 to 15 letters a to z, without accents";
const MAX_WORDS = 200;

const word = () => z.string(WORD).regex(/^[A-Za-z]{2,15}$/, WORD);
const ownWord = z.union([word(), z.strictObject({ word: word(), definition: spoken().optional() })], {
  error: `${WORD}, or { "word": …, "definition": … }`,
});

const { texts, spellable, page, lookupsPerMinute } = DEFAULT_VANITY;

/** The section `vanity` of the policy file. */
export const vanitySchema = z.strictObject({
  words: z
    .array(ownWord)
    .max(MAX_WORDS, `at most ${MAX_WORDS} words`)
    .default([])
    .describe("Words of your own, such as the name of the business: spelled before any others."),
  spellable: whole(3, 15)
    .default(spellable)
    .describe("How many of a number's last digits may become letters."),
  texts: z
    .boolean("true or false")
    .default(texts.offered)
    .describe("Whether callers may have the spellings by text message."),
  textsPerHour: whole(1, 1000)
    .default(texts.perHour)
    .describe("Text messages that may go out in an hour, to all callers together."),
  textFrom: phone()
    .optional()
    .describe("One of your numbers that can send text messages. Default: the number that was called."),
  page: z
    .boolean("true or false")
    .default(page)
    .describe("Whether the public web page that looks numbers up is deployed."),
  lookupsPerMinute: whole(1, 600)
    .default(lookupsPerMinute)
    .describe("Look-ups on that page in a minute, of all visitors together."),
});

/** The section `console` of the policy file. */
export const consoleSchema = z.strictObject({
  admins: z
    .array(
      z.strictObject({
        name: name().describe("Shown on the pages."),
        phone: phone().describe(
          "A mobile telephone: the code that lets one in is sent there as a text message.",
        ),
      }),
    )
    .default([])
    .describe("Who may sign in to the web console."),
});
