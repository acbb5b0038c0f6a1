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
  await noteEverything(world, at);
}

/** What is live, and ours: also what was made just before a crash, when its SID could not be kept. */
async function noteEverything(world: World, at: string): Promise<void> {
  const { found, observed, deployment, keep } = world;
  const { serviceSid, environmentSid, domainName, verifyServiceSid, sipDomainSid, credentialListSid } = found;
  const sids = { serviceSid, environmentSid, domainName, verifyServiceSid, sipDomainSid, credentialListSid };
  const ours = observed.sync?.isOurs === false ? {} : { syncServiceSid: found.syncServiceSid };
  const known = Object.entries({ ...sids, ...ours }).filter(([, sid]) => sid !== undefined);
  const releases = withRelease(world, at);
  const before = deployment();
  const news = { ...Object.fromEntries(known), flows: { ...before.flows, ...found.flowSids }, releases };
  if (JSON.stringify({ ...before, ...news }) !== JSON.stringify(before)) await keep(news);
}

/** What went live together is what a rollback goes back to together. */
function withRelease({ found: { buildSid, revisions }, deployment }: World, at: string): Release[] {
  const { releases } = deployment();
  const last = releases.at(-1);
  if (buildSid === undefined) return releases;
  const release: Release = { at, buildSid, flows: { ...revisions } };
  return last !== undefined && isSameRelease(last, release) ? releases : [...releases, release];
}

/** Whether two releases have the same build and the same revisions of the same flows. */
export function isSameRelease(one: Release, other: Omit<Release, "at">): boolean {
  const sorted = ({ flows }: Pick<Release, "flows">) => JSON.stringify(Object.entries(flows).sort());
  return one.buildSid === other.buildSid && sorted(one) === sorted(other);
}
