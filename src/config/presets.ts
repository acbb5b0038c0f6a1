import type { RuleName } from "../policy/line";

/** What `rules` may say instead of a list. The order is the policy: the first rule that matches decides. */
export const RULE_PRESETS = {
  /** Known callers ring, strangers are asked to press digits. */
  screen: ["contacts", "forwardlist", "blocklist", "graylist", "challenge"],
  /** Known callers ring, those of bad reputation are turned away, everybody else chooses in the office's menu. */
  office: ["contacts", "forwardlist", "blocklist", "graylist", "reputation", "menu"],
  /** A phone for the children: only callers on the allow list ring. */
  household: ["blocklist", "owner", "allowlist", "message"],
} as const satisfies Readonly<Record<string, readonly RuleName[]>>;

/** As `screen`; callers who withhold their number are treated as the line's `withheld` says. */
export const SCREEN_WITHHELD = [
  "contacts",
  "forwardlist",
  "blocklist",
  "withheld",
  "graylist",
  "challenge",
] as const satisfies readonly RuleName[];

/** A name of {@link RULE_PRESETS}. */
export type RulePreset = keyof typeof RULE_PRESETS;

/** The names of {@link RULE_PRESETS}. */
export const RULE_PRESET_NAMES = ["screen", "office", "household"] as const satisfies readonly RulePreset[];
