import { dueEntries } from "../../policy/voicemail";
import { check } from "../check";
import { complaintsOr, type Finding, failure, warning } from "../finding";

const RETRY = "npm run voicemails -- --retry";

export const outboxCheck = check({
  name: "unsent-mail",
  title: "Unsent mail",
  needs: ["outbox", "now"],
  judge: ({ outbox, now }) => {
    const due = dueEntries(outbox, new Date(now));
    return complaintsOr(
      outbox.length === 0 ? "none" : `none; ${outbox.length} waiting for a transcript`,
      due.map(({ recordingSid, at, tries, error }): Finding => {
        const found = `the voicemail ${recordingSid} of ${at || "unknown time"}`;
        const why = error === undefined ? "" : `: ${error}`;
        return tries === 0
          ? warning(`${found} is still to be mailed`, RETRY)
          : failure(`${found} was not mailed, tried ${tries} times${why}`, RETRY);
      }),
    );
  },
});
