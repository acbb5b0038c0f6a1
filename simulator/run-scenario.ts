import type { FunctionLog } from "../local-twilio/serverless/surroundings";
import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { CallReport } from "./call-report";
import type { SyncListing } from "./furnish-sync";
import { handsetOf } from "./handset-of";
import { type House, openHouse } from "./house";
import { matchPartially } from "./match-partially";
import { type PlacedReport, placedCalls, reportPlaced } from "./placed-calls";
import { type Played, playEntries } from "./play-entries";
import type { Scenario } from "./scenario-schema";
import { sentTexts, type Text } from "./sent-texts";
import { type ScriptedHandsets, scriptHandsets } from "./script-call";
import type { Workshop } from "./workshop";

/** What came of a scenario, as `npm run scenario -- --json` prints it. */
export interface ScenarioReport {
  readonly name: string;
  readonly ok: boolean;
  readonly failures: readonly string[];
  readonly calls: readonly CallReport[];
  /** The calls that the product placed. */
  readonly placed: readonly PlacedReport[];
  readonly mail: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
  readonly texts: readonly Text[];
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
  /** The calls that the product placed. */
  readonly placed: readonly CallOutcome[];
  /** What the Functions wrote to their consoles. */
  readonly logs: readonly FunctionLog[];
}

/**
 * Runs a scenario in a house of its own: no call, mail, Sync item or warm Function is left from another one.
 * @throws when the house cannot be opened, as with a policy file that is missing or broken.
 */
export async function runScenario(scenario: Scenario, workshop: Workshop): Promise<ScenarioRun> {
  const handsets = scriptHandsets(scenario.phones?.home ?? [{ does: "answers" }]);
  const house = await openScenario(scenario, workshop, handsets);
  try {
    const played = await playEntries(house, scenario.calls);
    const calls = played.flatMap((entry) => (entry.kind === "call" ? [finish(house, entry.outcome)] : []));
    const placed = placedCalls(house.local.switchboard);
    const mail = house.mailbox.mails.map(({ to, subject, text }) => ({ to, subject, text }));
    const texts = sentTexts(house.local);
    const found = { placed: placed.map(reportPlaced), mail, texts, sync: house.sync() };
    const failures = [
      ...played.flatMap((entry, index) => failuresOf(house, entry, { scenario, index })),
      ...handsets.failures(),
      ...(scenario.faults.length > 0 ? [] : placed.flatMap(errorsOfPlaced)),
      ...matchPartially(scenario.expect, found),
    ];
    const complaints = [...house.local.journal.complaints];
    const ok = failures.length === 0 && complaints.length === 0;
    const reports = calls.map(({ report }) => report);
    return {
      ...{ calls, placed, logs: house.logs },
      report: { name: scenario.name, ok, failures, calls: reports, ...found, complaints },
    };
  } finally {
    await house.close();
  }
}

function openScenario(scenario: Scenario, workshop: Workshop, handsets: ScriptedHandsets): Promise<House> {
  const { policy, contacts, now, faults, sync, pin, calls, noTexts, reputation: numbers, addOns } = scenario;
  const strayNumbers = calls.flatMap((entry) =>
    "command" in entry || handsetOf(entry.from) !== undefined ? [] : (entry.to ?? []),
  );
  const files = { policy, contacts };
  return openHouse({
    ...{ workshop, files, now, faults, sync, strayNumbers, pin, noTexts },
    reputation: { numbers, addOns },
    handsets: handsets.behaviours,
  });
}

interface Place {
  readonly scenario: Scenario;
  readonly index: number;
}

function failuresOf(house: House, entry: Played, { scenario, index }: Place): string[] {
  const found = entry.kind === "call" ? failuresOfCall(house, entry, scenario) : failuresOfCommand(entry);
  return found.map((failure) => `call ${index + 1}: ${failure}`);
}

function failuresOfCall(
  house: House,
  entry: Extract<Played, { kind: "call" }>,
  { faults }: Scenario,
): string[] {
  const { call, script, outcome } = entry;
  const report = house.report(outcome);
  const unexpected = faults.length > 0 ? [] : errorsOf(outcome, report);
  return [...script.failures(outcome), ...unexpected, ...matchPartially(call.expect, report)];
}

function failuresOfCommand({ command, script, placed }: Extract<Played, { kind: "command" }>): string[] {
  return [...script.failures(), ...matchPartially(command.expect, { placed: placed.map(reportPlaced) })];
}

/** What went wrong although nothing was broken on purpose. */
function errorsOf({ errors }: CallOutcome, { functions }: CallReport): string[] {
  return [
    ...errors.map(({ code, message }) => `error ${code}: ${message}`),
    ...functions.filter(({ status }) => status >= 500).map(({ path, status }) => `${path} replied ${status}`),
  ];
}

function errorsOfPlaced({ to, errors }: CallOutcome): string[] {
  return errors.map(({ code, message }) => `the call placed to ${to}: error ${code}: ${message}`);
}
