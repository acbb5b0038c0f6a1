import type { ReputationContents } from "./furnish-reputation";
import type { SyncContents } from "./furnish-sync";

/** What the lists of the sample household hold, so that each kind of caller can be tried at once. */
export const SAMPLE_SYNC: SyncContents = {
  blocklist: { "+12125550166": { note: "sells warranties" } },
  forwardlist: { "+12125550155": { to: "+12125550144", note: "the plumber rings the workshop" } },
  allowlist: {
    "+12125550146": {
      person: "Grandma",
      direction: "both",
      overrideBedtime: true,
      primaryContact: true,
    },
    "+12125550147": {
      person: "Finn, from school",
      direction: "both",
      overrideBedtime: false,
      hours: ["mon-fri 15:00-19:00", "sat,sun 9:00-20:00"],
    },
    "+12125550148": { person: "The public library", direction: "out", overrideBedtime: false },
  },
  patterns: { "+1900*": { list: "blocklist", note: "premium numbers" } },
};

/** The owner's PIN at the terminal: one's own is only known as a hash, which no laptop needs. */
export const SAMPLE_PIN = "482915";

/** A number of bad reputation, whoever is asked. */
export const SAMPLE_PEST = "+12125550188";

/** A number that spells JOLLY, with digits that look like its O and its L. */
export const SAMPLE_SPELLED = "+12125550159";

/** What is known of numbers outside the house. */
export const SAMPLE_REPUTATION: ReputationContents = {
  numbers: { [SAMPLE_PEST]: { score: 700, lineType: "nonFixedVoip", lineStatus: "inactive" } },
  addOns: {
    [SAMPLE_PEST]: {
      nomorobo_spamscore: { score: 1 },
      marchex_cleancall: { recommendation: "BLOCK", reason: "CleanCall" },
      icehook_scout: { risk_level: 95, risk_rating: "highly-risky" },
    },
  },
};
