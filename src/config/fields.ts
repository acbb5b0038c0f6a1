import { z } from "zod";
import { LOCALES } from "../policy/office/office";
import { isCountryCode } from "../telephony/e164";

/** What TwiML's Say takes. @see https://www.twilio.com/docs/voice/twiml/say */
const MAX_TEXT = 4096;
const PHONE = 'a telephone number in double quotes, such as "+12125550123"';

/** What people call a thing. */
export const name = () => z.string().trim().min(1, "a name").max(100, "at most 100 characters");
/** A telephone number as people write it; whether it is one depends on the country. */
export const phone = () => z.string(PHONE).min(1, PHONE);
/** An e-mail address. */
export const email = () => z.email("an e-mail address such as ann@example.com");
/** A whole number within bounds. */
export const whole = (min: number, max: number) => {
  const allowed = `a whole number from ${min} to ${max}`;
  return z.int(allowed).min(min, allowed).max(max, allowed);
};

/** Spoken text. Callers, and scripts that listen for the recording's beep, would take the word for the sound. */
export const spoken = () =>
  z
    .string()
    .max(MAX_TEXT, `at most ${MAX_TEXT} characters`)
    .refine((text) => text.trim() !== "", "a sentence to say, not an empty text")
    .refine((text) => !/\bbeep/i.test(text), 'a text without the word "beep": say "tone"');

/** A country, by its code of ISO 3166. */
export const country = () =>
  z.string().refine(isCountryCode, "a country code of two capital letters, such as US");

/** A text in the office's languages: one text, or one for each of some languages. */
export const localText = <Text extends z.ZodType<string>>(text: Text) => {
  const allowed = `a text, or texts by language: ${LOCALES.join(", ")}`;
  const texts = z
    .strictObject({ en: text.optional(), es: text.optional(), fr: text.optional() })
    .refine((by) => Object.keys(by).length > 0, allowed);
  return z.union([text, texts]);
};
