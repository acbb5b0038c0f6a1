import type { UncompiledPolicy } from "../../config/read-policy";
import { type Forward, refuseForwardLoops } from "../../deploy/refuse-lines";
import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { parseForwardEntry, parsePatterns } from "../../store/parse-list-entries";
import { check } from "../check";
import type { HandEdited, ListReading } from "../facts/lists";
import { complaintsOr, type Finding, failure } from "../finding";
import { judgeList } from "../lists/judge-list";

/** What the owner has written into Sync by hand: what makes no sense counts for nothing, and nobody else would say so. */
export const listsCheck = check({
  name: "lists",
  title: "Lists",
  needs: ["lists", "policy"],
  judge: ({ lists, policy: { policy } }) => {
    const { country, timezone } = policy;
    const ours = Object.values(policy.lines).map(({ number }) => number);
    const locale = { country, timezone, ours };
    const count = lists.reduce((sum, list) => sum + ("entries" in list ? list.entries.length : 0), 0);
    const complaints = lists.flatMap((list) =>
      "problem" in list
        ? [failure(`${list.name} cannot be read: ${list.problem}`, "Try again")]
        : judgeList(list.name, list.entries, locale),
    );
    return complaintsOr(
      `${count} ${count === 1 ? "entry" : "entries"} in ${lists.length} lists, all well formed`,
      [...complaints, ...judgeCircles(lists, policy)],
    );
  },
});

/** Forwards that lead back to where a call has been. */
function judgeCircles(lists: readonly ListReading[], policy: UncompiledPolicy): Finding[] {
  const entriesOf = (wanted: HandEdited) =>
    lists.flatMap((list) => (list.name === wanted && "entries" in list ? list.entries : []));
  const forwards = [
    ...entriesOf("forwardlist").flatMap((entry) => readForward(entry, policy)),
    ...entriesOf("patterns").flatMap((entry) => readForwardPattern(entry, policy)),
  ];
  return refuseForwardLoops(Object.values(policy.lines), forwards).map(({ why, fix }) => failure(why, fix));
}

function readForward({ key, data }: KeptEntry, policy: UncompiledPolicy): Forward[] {
  const entry = isData(data) ? parseForwardEntry(data, policy) : undefined;
  return entry === undefined ? [] : [{ ...entry, key }];
}

function readForwardPattern({ key, data }: KeptEntry, policy: UncompiledPolicy): Forward[] {
  return parsePatterns({ [key]: data }, policy).entries.flatMap((entry) =>
    entry.list === "forwardlist" ? [{ ...entry, key }] : [],
  );
}
