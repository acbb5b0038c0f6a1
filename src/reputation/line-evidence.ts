/** What is known of a line by its kind and by its state in its network. */
export interface LineEvidence {
  readonly type: string | undefined;
  readonly status: string | undefined;
}

/**
 * How much a kind of line says against a caller. Twilio gives facts and no score, so these are our own judgement. Below 600, the
 * usual threshold, is whatever ordinary people and businesses call from; lines from which nobody can call (voicemail, pager) or
 * nobody calls (premium, shared cost) show a forged number.
 * @see https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence#type-property-values
 */
const SCORES_BY_TYPE: ReadonlyMap<string, number> = new Map([
  ["landline", 100],
  ["mobile", 100],
  ["fixedVoip", 250],
  ["personal", 300],
  ["uan", 300],
  ["tollFree", 400],
  ["nonFixedVoip", 500],
  ["sharedCost", 700],
  ["voicemail", 800],
  ["pager", 800],
  ["premium", 900],
]);

/** "Isn't assigned to any subscriber": whoever calls shows a number that is not his. */
const INACTIVE = 850;
/** "Switched off or out of network reach", while it seems to call us; but networks are slow to notice. */
const UNREACHABLE = 200;
const AT_REST = 100;

/**
 * A score from 0 to 1000 for a line; undefined when nothing is known of it. `active`, `reachable` and `unknown` change nothing.
 * @see https://www.twilio.com/docs/lookup/v2-api/line-status#status-property-values
 */
export function scoreOfLine({ type = "", status = "" }: LineEvidence): number | undefined {
  const byType = SCORES_BY_TYPE.get(type);
  switch (status) {
    case "inactive":
      return Math.max(byType ?? 0, INACTIVE);
    case "unreachable":
      return Math.min((byType ?? AT_REST) + UNREACHABLE, 1000);
    case "active":
    case "reachable":
      return byType ?? AT_REST;
    default:
      return byType;
  }
}
