import type { Question, QuestionName } from "../question";
import { accountSid } from "./account-sid";
import { authToken } from "./auth-token";
import { contacts } from "./contacts";
import { country } from "./country";
import { email } from "./email";
import { home } from "./home";
import { line } from "./line";
import { mailFrom } from "./mail-from";
import { name } from "./name";
import { phone } from "./phone";
import { smtpUrl } from "./smtp-url";
import { timezone } from "./timezone";

/** Every question of setup, by its name. */
export const QUESTIONS: { readonly [Name in QuestionName]: Question } = {
  "account-sid": accountSid,
  "auth-token": authToken,
  line,
  phone,
  name,
  email,
  country,
  timezone,
  "smtp-url": smtpUrl,
  "mail-from": mailFrom,
  contacts,
  home,
};
