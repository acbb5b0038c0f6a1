import type { SyncContents } from "./furnish-sync";

/** What the lists of the sample household hold, so that each kind of caller can be tried at once. */
export const SAMPLE_SYNC: SyncContents = {
  blocklist: { "+12125550166": { note: "sells warranties" } },
  forwardlist: { "+12125550155": { to: "+12125550144", note: "the plumber rings the workshop" } },
  patterns: { "+1900*": { list: "blocklist", note: "premium numbers" } },
};
