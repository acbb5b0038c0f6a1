import type { JoiningOf, OwnerAnnouncement } from "../telephony/read-owner-joining";
import type { CallSid } from "../telephony/sids";
import { changeItem, type Store } from "./change-item";
import type { SyncGateway } from "./sync-gateway";

/** Longer than it takes to be let in. */
const TTL_SECONDS = 10 * 60;

/** The item of the map `home` that says that the words which announce the owner of this call were fetched. */
function keyOf(ownCall: CallSid): string {
  return `announced-${ownCall}`;
}

/** Forgets an earlier announcement of the owner, before another is asked for. @throws SyncUnavailable */
export async function forgetAnnouncement(sync: SyncGateway, ownCall: CallSid): Promise<void> {
  await sync.removeItem("home", keyOf(ownCall));
}

/** Writes down that the words were fetched. @throws SyncUnavailable; Error when it is not certain to stand there */
export async function noteAnnouncement(
  store: Store,
  { ownCall, room, as }: OwnerAnnouncement,
): Promise<void> {
  const target = { map: "home", key: keyOf(ownCall), ttlSeconds: TTL_SECONDS } as const;
  const { outcome } = await changeItem(store, target, () => ({ room, as }));
  if (outcome === "lost") throw new Error("Cannot note announcement: others were faster");
}

/** Whether the words that announce the owner to this call, in this way, were fetched. @throws SyncUnavailable */
export async function isAnnouncedTo(
  sync: SyncGateway,
  ownCall: CallSid,
  { room, as }: JoiningOf,
): Promise<boolean> {
  const data = (await sync.readItem("home", keyOf(ownCall)))?.data;
  return data?.room === room && data.as === as;
}
