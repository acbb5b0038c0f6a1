import type { ProviderName } from "../policy/reputation";
import { icehook } from "./icehook";
import { marchex } from "./marchex";
import { nomorobo } from "./nomorobo";
import type { Provider } from "./provider";
import { telesignIntelligence } from "./telesign-intelligence";
import { telesignScore } from "./telesign-score";
import { twilioLookup } from "./twilio-lookup";

/** Every provider, by the name that a policy file uses. */
export const providers: Readonly<Record<ProviderName, Provider>> = {
  telesign: telesignScore,
  "telesign-intelligence": telesignIntelligence,
  lookup: twilioLookup,
  nomorobo,
  marchex,
  icehook,
};
