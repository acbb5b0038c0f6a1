/** The maps of our Sync Service. Deploy and the simulator create them; a Function never does. */
export const SYNC_MAPS = [
  "blocklist",
  "forwardlist",
  "graylist",
  "allowlist",
  "lineforwards",
  "reputation",
  "calls",
  "voicemails",
  "outbox",
  "vanity",
  "home",
  "rooms",
  "office",
  "callbacks",
  "console",
] as const;
export type SyncMapName = (typeof SYNC_MAPS)[number];

/** The documents of our Sync Service. */
export const SYNC_DOCUMENTS = ["patterns"] as const;
export type SyncDocumentName = (typeof SYNC_DOCUMENTS)[number];
