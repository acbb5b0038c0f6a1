import { applyStep } from "./apply-step";
import type { Release } from "./deployment";
import type { Change } from "./plan";
import type { World } from "./world";

/** A plan to carry out, and when: ISO 8601. */
export interface PlanToApply {
  readonly changes: readonly Change[];
  readonly at: string;
}

/** Does every step of a plan in its order, and notes what is live then. @throws AccountFailure */
export async function applyPlan(world: World, { changes, at }: PlanToApply): Promise<void> {
  const active = changes.filter(({ steps }) => steps.length > 0);
  for (const [index, { kind, name, action, steps }] of active.entries()) {
    world.report(`[${index + 1}/${active.length}] ${action} ${kind} ${name}`);
    for (const step of steps) await applyStep(world, step);
  }
  await noteRelease(world, at);
}

/** What went live together is what a rollback goes back to together. */
async function noteRelease({ found, deployment, keep }: World, at: string): Promise<void> {
  const { buildSid, revisions } = found;
  if (buildSid === undefined) return;
  const release: Release = { at, buildSid, flows: { ...revisions } };
  const last = deployment().releases.at(-1);
  if (last !== undefined && isSameRelease(last, release)) return;
  await keep({ releases: [...deployment().releases, release] });
}

/** Whether two releases have the same build and the same revisions of the same flows. */
export function isSameRelease(one: Release, other: Omit<Release, "at">): boolean {
  const sorted = ({ flows }: Pick<Release, "flows">) => JSON.stringify(Object.entries(flows).sort());
  return one.buildSid === other.buildSid && sorted(one) === sorted(other);
}
