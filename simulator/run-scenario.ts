import type { FunctionLog } from "../local-twilio/serverless/surroundings";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { CallReport } from "./call-report";
import type { SyncListing } from "./furnish-sync";
import { handsetOf } from "./handset-of";
import { type House, openHouse } from "./house";
import { matchPartially } from "./match-partially";
import type { Scenario, ScenarioCall } from "./scenario-schema";
import { type CallScript, type ScriptedHandsets, scriptCall, scriptHandsets } from "./script-call";
import type { Workshop } from "./workshop";

/** What came of a scenario, as `npm run scenario -- --json` prints it. */
export interface ScenarioReport {
  readonly name: string;
  readonly ok: boolean;
  readonly failures: readonly string[];
  readonly calls: readonly CallReport[];
  readonly mail: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
  readonly sync: SyncListing;
  readonly complaints: readonly string[];
}

/** A call that was made, with what only its timeline tells. */
export interface FinishedCall {
  readonly outcome: CallOutcome;
  readonly report: CallReport;
  /** The other side: the phones that were rung into the call's conference. */
  readonly phones: readonly CallOutcome[];
}

/** Tells how a call went that is over. */
export function finish(house: House, outcome: CallOutcome): FinishedCall {
  return { outcome, report: house.report(outcome), phones: house.phonesOf(outcome) };
}

/** A scenario that was run: its report, and what helps to find out why it failed. */
export interface ScenarioRun {
  readonly report: ScenarioReport;
  readonly calls: readonly FinishedCall[];
  /** What the Functions wrote to their consoles. */
  readonly logs: readonly FunctionLog[];
}

/**
 * Runs a scenario in a house of its own: no call, mail, Sync item or warm Function is left from another one.
 * @throws when the house cannot be opened, as with a policy file that is missing or broken.
 */
export async function runScenario(scenario: Scenario, workshop: Workshop): Promise<ScenarioRun> {
  const scripts = scenario.calls.map(scriptCall);
  const handsets = scriptHandsets(scenario.phones?.home ?? [{ does: "answers" }]);
  const house = await openScenario(scenario, workshop, handsets);
  try {
    const outcomes = await makeCalls(house, scenario.calls, scripts);
    const calls = outcomes.map((outcome) => finish(house, outcome));
    const mail = house.mailbox.mails.map(({ to, subject, text }) => ({ to, subject, text }));
    const found = { mail, sync: house.sync() };
    const failures = [
      ...calls.flatMap((call, index) => failuresOf(scenario, index, call, scripts[index])),
      ...handsets.failures(),
      ...matchPartially(scenario.expect, found),
    ];
    const complaints = [...house.local.journal.complaints];
    const ok = failures.length === 0 && complaints.length === 0;
    const reports = calls.map(({ report }) => report);
    return {
      calls,
      logs: house.logs,
      report: { name: scenario.name, ok, failures, calls: reports, ...found, complaints },
    };
  } finally {
    await house.close();
  }
}

function openScenario(scenario: Scenario, workshop: Workshop, handsets: ScriptedHandsets): Promise<House> {
  const { policy, contacts, now, faults, sync, pin, calls, reputation: numbers, addOns } = scenario;
  const strayNumbers = calls.flatMap(({ from, to }) => (handsetOf(from) === undefined ? (to ?? []) : []));
  const files = { policy, contacts };
  return openHouse({
    ...{ workshop, files, now, faults, sync, strayNumbers, pin },
    reputation: { numbers, addOns },
    handsets: handsets.behaviours,
  });
}

/** One after another, each once the callbacks of the one before are made; those with `at` at their own moment. */
function makeCalls(
  house: House,
  calls: readonly ScenarioCall[],
  scripts: readonly CallScript[],
): Promise<CallOutcome[]> {
  const { clock } = house.local;
  let previous: Promise<unknown> = Promise.resolve();
  const made = calls.map((call, index) => {
    const turn = call.at === undefined ? previous : clock.sleep(call.at * 1000);
    const outcome = turn.then(() => placeScripted(house, call, scripts[index]));
    previous = outcome;
    return outcome;
  });
  return Promise.all(made);
}

async function placeScripted(house: House, call: ScenarioCall, script = scriptCall(call)) {
  const { from, parameters } = call;
  const { party, callees, handsets } = script;
  const to = call.to ?? house.lines[0]?.number ?? "";
  const outcome = await house.placeCall({ from, to, parameters, party, callees, handsets });
  await outcome.afterwards;
  await house.local.switchboard.settled();
  return outcome;
}

function failuresOf(
  scenario: Scenario,
  index: number,
  { outcome, report }: FinishedCall,
  script: CallScript | undefined,
): string[] {
  const expected = scenario.calls[index]?.expect ?? {};
  const unexpected = scenario.faults.length > 0 ? [] : errorsOf(outcome, report);
  const all = [...(script?.failures(outcome) ?? []), ...unexpected, ...matchPartially(expected, report)];
  return all.map((failure) => `call ${index + 1}: ${failure}`);
}

/** What went wrong although nothing was broken on purpose. */
function errorsOf({ errors }: CallOutcome, { functions }: CallReport): string[] {
  return [
    ...errors.map(({ code, message }) => `error ${code}: ${message}`),
    ...functions.filter(({ status }) => status >= 500).map(({ path, status }) => `${path} replied ${status}`),
  ];
}
