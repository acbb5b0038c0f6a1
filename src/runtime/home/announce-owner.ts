import { joiningNotice } from "../../policy/home/owner-joining";
import { noteAnnouncement } from "../../store/owner-announcements";
import type { OwnerAnnouncement } from "../../telephony/read-owner-joining";
import { renderNotices } from "../../twiml/render-notices";
import type { CallWiring } from "../wiring";

/** What those who talk hear before the owner comes in; and the owner may, once it is noted that it was fetched. */
export async function announceOwner(wiring: CallWiring, announcement: OwnerAnnouncement): Promise<string> {
  const { ownCall, as } = announcement;
  const { home } = wiring.policy();
  if (home === undefined) throw new Error("Cannot announce the owner: the policy has no home");
  await noteAnnouncement({ sync: wiring.sync(), random: () => wiring.random() }, announcement);
  wiring.log("owner-announced", { callSid: ownCall, as });
  return renderNotices([joiningNotice(as, home)]);
}
