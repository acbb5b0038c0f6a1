import { ask } from "../../account/ask";
import type { OutboxEntry } from "../../policy/voicemail";
import { openSync } from "../../store/open-sync";
import { listOutbox } from "../../store/outbox";
import { type FactSource, gathering } from "../fact-source";

/** The voicemails whose mail has not gone out. */
export const outboxSource: FactSource<readonly OutboxEntry[]> = gathering({
  lacking: "the outbox cannot be read",
  needs: ["account", "syncObjects"],
  seconds: 45,
  gather: ({ account, syncObjects: { serviceSid } }) =>
    ask(account, "read the outbox", () => listOutbox(openSync(account.client, serviceSid))),
});
