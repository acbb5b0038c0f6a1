import { applyStep } from "./apply-step";
import type { Release } from "./deployment";
import { serviceChange } from "./kept-service";
import type { Change, Plan } from "./plan";
import { isSameRelease, releaseOf } from "./releases";
import type { Found, FoundService, World } from "./world";

/** A plan to carry out, and when: ISO 8601. */
export interface PlanToApply {
  readonly plan: Plan;
  readonly at: string;
}

/**
 * Does every step of a plan in its order, and notes what is live then: once calls have all that they need, so that what
 * fails about the web console cannot take that from them, and again at the end. @throws AccountFailure
 */
export async function applyPlan(world: World, { plan, at }: PlanToApply): Promise<void> {
  const { report, deployment } = world;
  const before = deployment().releases;
  const [calls, console] = [active(plan.calls), active(plan.console)];
  const total = calls.length + console.length;
  await carryOut(world, calls, { done: 0, total });
  await noteEverything(world, { at, before });
  if (console.length === 0) return;
  report("calls have all that they need; now the web console");
  await carryOut(world, console, { done: calls.length, total });
  await noteEverything(world, { at, before });
}

const active = (changes: readonly Change[]): readonly Change[] =>
  changes.filter(({ steps }) => steps.length > 0);

async function carryOut(
  world: World,
  changes: readonly Change[],
  { done, total }: { readonly done: number; readonly total: number },
): Promise<void> {
  for (const [index, { kind, name, action, steps }] of changes.entries()) {
    world.report(`[${done + index + 1}/${total}] ${action} ${kind} ${name}`);
    for (const step of steps) await applyStep(world, step);
  }
}

/** When a run began, and which releases there were before it. */
interface Run {
  readonly at: string;
  readonly before: readonly Release[];
}

/** What is live, and ours: also what was made just before a crash, when its SID could not be kept. */
async function noteEverything({ found, observed, deployment, keep }: World, run: Run): Promise<void> {
  const { verifyServiceSid, sipDomainSid, credentialListSid, services } = found;
  const ours = observed.sync?.isOurs === false ? {} : { syncServiceSid: found.syncServiceSid };
  const known = defined({
    ...sidsOf(services.calls),
    verifyServiceSid,
    sipDomainSid,
    credentialListSid,
    ...ours,
  });
  const before = deployment();
  const console = services.console.serviceSid
    ? serviceChange(before, "console", defined(sidsOf(services.console)))
    : { console: undefined };
  const news = {
    ...known,
    ...console,
    flows: { ...before.flows, ...found.flowSids },
    releases: withRelease(found, run),
  };
  if (JSON.stringify({ ...before, ...news }) !== JSON.stringify(before)) await keep(news);
}

function sidsOf({ serviceSid, environmentSid, domainName }: FoundService) {
  return { serviceSid, environmentSid, domainName };
}

function defined(sids: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known = Object.entries(sids).flatMap(([name, sid]) =>
    sid === undefined ? [] : [[name, sid] as const],
  );
  return Object.fromEntries(known);
}

/** What went live together is what a rollback goes back to together: a run makes one release, however often it is noted. */
function withRelease(found: Found, { at, before }: Run): Release[] {
  const release = releaseOf(found, at);
  const last = before.at(-1);
  const isNews = release !== undefined && !(last !== undefined && isSameRelease(last, release));
  return isNews ? [...before, release] : [...before];
}
