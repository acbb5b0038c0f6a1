import type { Rule } from "../facts";
import type { RuleName } from "../line";
import { allowlist } from "./allowlist";
import { attestation } from "./attestation";
import { blocklist } from "./blocklist";
import { callbacks } from "./callbacks";
import { callername } from "./callername";
import { challenge } from "./challenge";
import { contacts } from "./contacts";
import { country } from "./country";
import { forwardlist } from "./forwardlist";
import { graylist } from "./graylist";
import { impossible } from "./impossible";
import { menu } from "./menu";
import { message } from "./message";
import { neighbour } from "./neighbour";
import { owner } from "./owner";
import { reputation } from "./reputation";
import { vanity } from "./vanity";
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
  ...{ attestation, neighbour, impossible, country, callername },
  reputation,
  menu,
  vanity,
};
