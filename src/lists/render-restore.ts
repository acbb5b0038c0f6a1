import type { ItemStep, MapStep, RestorePlan } from "./plan-restore";

/** So many entries of a kind are listed; all of them are in the JSON document. */
const LISTED = 20;

const ACTIONS = ["create", "change", "remove"] as const;
type Action = (typeof ACTIONS)[number];

/** What a step is about: `blocklist +12125550142`, or a map's or document's name. */
export function subjectOf(step: ItemStep | MapStep): string {
  if ("name" in step) return `the map ${step.name}`;
  return step.map === undefined ? `the document ${step.item.key}` : `${step.map} ${step.item.key}`;
}

/** Everything a plan does of one kind. */
export function subjectsOf({ maps, items }: RestorePlan, action: Action): string[] {
  return [...maps, ...items].filter((step) => step.action === action).map(subjectOf);
}

/** What restoring would do, line by line. */
export function renderRestore(plan: RestorePlan): string[] {
  const { same, expired, unreachable } = plan;
  const listed = ACTIONS.flatMap((action) => {
    const subjects = subjectsOf(plan, action);
    const more = subjects.length - LISTED;
    return [
      ...subjects.slice(0, LISTED).map((subject) => `${action}  ${subject}`),
      ...(more > 0 ? [`… and ${more} more to ${action}`] : []),
    ];
  });
  const [created, changed, removed] = ACTIONS.map((action) => subjectsOf(plan, action).length);
  return [
    ...listed,
    ...(expired.length > 0 ? [`${expired.length} have expired since the backup, and are left out`] : []),
    ...unreachable.map((subject) => `Left as it is, for no request can name it: ${subject}`),
    `${created} to create, ${changed} to change, ${removed} to remove, ${same} the same`,
  ];
}
