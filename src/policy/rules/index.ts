import type { Rule } from "../facts";
import type { RuleName } from "../line";
import { allowlist } from "./allowlist";
import { blocklist } from "./blocklist";
import { callbacks } from "./callbacks";
import { challenge } from "./challenge";
import { contacts } from "./contacts";
import { forwardlist } from "./forwardlist";
import { graylist } from "./graylist";
import { message } from "./message";
import { owner } from "./owner";
import { voicemail } from "./voicemail";
import { withheld } from "./withheld";

/** Every screening rule, by the name that policy files use. */
export const rules: { readonly [Name in RuleName]: Rule } = {
  contacts,
  forwardlist,
  blocklist,
  graylist,
  withheld,
  challenge,
  voicemail,
  callbacks,
  owner,
  allowlist,
  message,
};
