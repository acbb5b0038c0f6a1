import type { Check } from "./check";
import type { FactName } from "./facts";
import { type Finding, failure, type Level, warning, worstOf } from "./finding";
import { type MissingFact, MissingFacts } from "./missing-facts";
import { redact } from "./redact";
import { type FactSources, startGathering } from "./start-gathering";
import type { World } from "./world";

/** A check and what it found, never nothing. */
export interface Checked {
  readonly name: string;
  readonly title: string;
  readonly findings: readonly Finding[];
}

/** All that was found. */
export interface Examination {
  readonly checks: readonly Checked[];
  readonly worst: Level;
}

/** What is looked at, and by what. */
export interface ExaminationOrder {
  readonly checks: readonly Check[];
  readonly sources: FactSources;
  /** Told after each check, in the order in which they are done. */
  readonly onChecked?: (title: string, done: number) => void;
}

type Outcome = { readonly findings: readonly Finding[] } | { readonly missing: readonly MissingFact[] };

/**
 * Makes the checks, all at the same time. What cannot be gathered is a failure of the first check that needs it; later
 * ones say that they were not made, and why.
 */
export async function examine(world: World, order: ExaminationOrder): Promise<Examination> {
  const { checks, sources, onChecked } = order;
  const get = startGathering(sources, world);
  let done = 0;
  const outcomes = await Promise.all(
    checks.map(async (check): Promise<Outcome> => {
      const outcome = await check
        .run(get)
        .then((findings) => ({ findings }))
        .catch(missingIn);
      done += 1;
      onChecked?.(check.title, done);
      return outcome;
    }),
  );
  const explained = explainMissing(checks, outcomes, sources);
  const hide = redact(world.variables);
  const checked = explained.map((one) => ({ ...one, findings: one.findings.map(hide) }));
  const levels = checked.flatMap(({ findings }) => findings.map(({ level }) => level));
  return { checks: checked, worst: worstOf(levels) };
}

function missingIn(failed: unknown): Outcome {
  if (failed instanceof MissingFacts) return { missing: failed.roots };
  throw failed;
}

function explainMissing(
  checks: readonly Check[],
  outcomes: readonly Outcome[],
  sources: FactSources,
): Checked[] {
  const told = new Set<FactName>();
  return checks.map(({ name, title }, at) => {
    const outcome = outcomes[at] ?? { findings: [] };
    if ("findings" in outcome) return { name, title, findings: outcome.findings };
    const news = outcome.missing.filter(({ fact }) => !told.has(fact));
    for (const { fact } of news) told.add(fact);
    const findings =
      news.length > 0
        ? news.map(({ found, fix }) => failure(found, fix))
        : outcome.missing.slice(0, 1).map((one) => notChecked(one, sources));
    return { name, title, findings };
  });
}

function notChecked({ fact, fix }: MissingFact, sources: FactSources): Finding {
  return warning(`not checked, because ${sources[fact].lacking}`, fix);
}
