import type { ListFacts, Rule, Screening } from "../facts";
import type { AllowEntry } from "../home/allow-entry";
import { type Quiet, quietNow } from "../home/quiet";
import { HOME_TEXTS } from "../home/texts";
import { isInScope } from "../list-entries";
import { ringLine } from "../ring";
import type { Verdict } from "../verdict";

/**
 * A listed caller rings; at bedtime, out of the person's hours and while the phone is paused he is told so, kindly, and
 * leaves a message. The owner's number is as good as listed, and no better: without the PIN it may be anybody's.
 */
export const allowlist: Rule = {
  needs: ["allowlist", "home"],
  otherwise: (screening, { allowlist: listed }) => {
    if (listed === undefined) return "not on the allow list";
    return isInScope(listed, screening)
      ? "listed for outgoing calls only"
      : "the entry does not count here, now";
  },
  decide: (screening, lists) => {
    const { line, caller, home, now, timezone } = screening;
    const entry = entryOf(screening, lists);
    if (entry === undefined) return undefined;
    const reason = entry.person === "" ? "on the allow list" : `on the allow list as ${entry.person}`;
    const quiet = quietNow({ entry, home, state: lists.home, now, timezone });
    return quiet === undefined ? ringLine(line, caller, reason) : quietly(screening, quiet, reason);
  },
};

function entryOf(screening: Screening, { allowlist: listed }: Partial<ListFacts>): AllowEntry | undefined {
  const { caller, owner } = screening;
  if (listed !== undefined)
    return listed.direction !== "out" && isInScope(listed, screening) ? listed : undefined;
  const isOwner = caller.kind === "number" && caller.number === owner.phone;
  return isOwner
    ? { person: owner.name, direction: "both", overrideBedtime: false, primaryContact: false }
    : undefined;
}

const QUIETLY: Readonly<Record<Quiet, string>> = {
  paused: "but the owner has paused the phone",
  bedtime: "but it is bedtime",
  hours: "but out of the hours of the entry",
};

/** Who calls out of hours of his own may do so in broad daylight. */
function greetingOf(quiet: Quiet, home: Screening["home"]): string | undefined {
  if (quiet === "hours") return HOME_TEXTS.outOfHours;
  return quiet === "paused" ? home?.pausedGreeting : home?.bedtimeGreeting;
}

function quietly({ home }: Screening, quiet: Quiet, because: string): Verdict {
  const greeting = greetingOf(quiet, home);
  const verdict = { action: "voicemail", reason: `${because}, ${QUIETLY[quiet]}` } as const;
  return greeting === undefined ? verdict : { ...verdict, greeting };
}
