import {
  choiceColumn,
  countColumn,
  hoursColumn,
  linesColumn,
  shownColumn,
  switchColumn,
  targetColumn,
  textColumn,
  untilColumn,
} from "./columns";
import { numberKey, patternKey, sidKey } from "./keys";
import type { Data, FieldProblem, ListDefinition, ListName } from "./list-definition";

const shown = (...names: readonly string[]) => names.map(shownColumn);

/** Every list, by its name. */
export const LISTS: { readonly [Name in ListName]: ListDefinition & { readonly name: Name } } = {
  blocklist: {
    name: "blocklist",
    about: "callers who are rejected",
    store: "map",
    access: "edit",
    key: numberKey,
    columns: [textColumn("note"), untilColumn("until"), linesColumn("lines")],
  },
  forwardlist: {
    name: "forwardlist",
    about: "callers who are connected to another telephone",
    store: "map",
    access: "edit",
    key: numberKey,
    columns: [
      targetColumn("to", { isRequired: true }),
      ...[textColumn("note"), untilColumn("until"), linesColumn("lines")],
    ],
  },
  allowlist: {
    name: "allowlist",
    about: "whom the home phone may call, and who may call it",
    store: "map",
    access: "edit",
    key: numberKey,
    columns: [
      textColumn("person", { isRequired: true }),
      choiceColumn("direction", ["in", "out", "both"], { whenEmpty: "both" }),
      ...[switchColumn("overrideBedtime"), switchColumn("primaryContact"), hoursColumn("hours")],
      ...[textColumn("note"), untilColumn("until"), linesColumn("lines")],
    ],
  },
  patterns: {
    name: "patterns",
    about: "whole ranges of numbers, blocked or forwarded",
    store: "document",
    access: "edit",
    key: patternKey,
    columns: [
      choiceColumn("list", ["blocklist", "forwardlist"]),
      ...[targetColumn("to"), textColumn("note"), untilColumn("until"), linesColumn("lines")],
    ],
    check: checkPattern,
  },
  graylist: {
    name: "graylist",
    about: "strikes of callers; who is taken off is no longer locked out",
    store: "map",
    access: "remove",
    key: numberKey,
    columns: [countColumn("unanswered"), countColumn("failed"), ...shown("lastCall")],
  },
  lineforwards: {
    name: "lineforwards",
    about: "lines of ours that are forwarded, from the web console",
    store: "map",
    access: "remove",
    key: numberKey,
    columns: [targetColumn("to", { isRequired: true }), ...shown("by", "at")],
  },
  calls: {
    name: "calls",
    about: "the calls of the last 90 days",
    store: "map",
    access: "read",
    isByTime: true,
    key: sidKey("callSid"),
    columns: shown("at", "from", "to", "verdict", "rule", "reason", "trace", "disposition", "cost"),
  },
  voicemails: {
    name: "voicemails",
    about: "the voicemails of the last 90 days",
    store: "map",
    access: "read",
    isByTime: true,
    key: sidKey("recordingSid"),
    columns: [
      ...shown("at", "from", "to", "callerName", "seconds", "transcription", "transcript"),
      ...shown("mailedAt", "heardAt", "error", "callSid"),
    ],
  },
};

/** A range that is forwarded needs a telephone; for one that is blocked it would mean nothing. */
function checkPattern({ list, to }: Data): readonly FieldProblem[] {
  if (list === "forwardlist" && to === undefined)
    return [{ field: "to", found: "nothing", allowed: "the telephone to forward to" }];
  return list === "blocklist" && to !== undefined
    ? [{ field: "to", found: String(to), allowed: "nothing, for who is blocked is not forwarded" }]
    : [];
}
