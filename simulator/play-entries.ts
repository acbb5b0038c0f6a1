import type { CallOutcome } from "../local-twilio/voice/call-outcome";
import type { House } from "./house";
import type { ScenarioCall, ScenarioCommand } from "./scenario-schema";
import { type CallScript, scriptCall } from "./script-call";
import { type ScriptedCallees, scriptCallees } from "./script-callees";

/** What came of a call, or of a command that was run between calls, and who took part by script. */
export type Played =
  | {
      readonly kind: "call";
      readonly call: ScenarioCall;
      readonly script: CallScript;
      readonly outcome: CallOutcome;
    }
  | {
      readonly kind: "command";
      readonly command: ScenarioCommand;
      readonly script: ScriptedCallees;
      readonly placed: readonly CallOutcome[];
    };

/**
 * Makes the calls of a scenario, and runs its commands: one after another, each once the callbacks of the one before are
 * made; those with `at` at their own moment.
 */
export function playEntries(
  house: House,
  entries: readonly (ScenarioCall | ScenarioCommand)[],
): Promise<Played[]> {
  const { clock } = house.local;
  let previous: Promise<unknown> = Promise.resolve();
  const played = entries.map((entry) => {
    const turn = entry.at === undefined ? previous : clock.sleep(entry.at * 1000);
    const result = turn.then(() => ("command" in entry ? runCommand(house, entry) : makeCall(house, entry)));
    previous = result;
    return result;
  });
  return Promise.all(played);
}

async function runCommand(house: House, command: ScenarioCommand): Promise<Played> {
  const script = scriptCallees(command.callees);
  const placed = await house.runCallbacks(script.ring);
  return { kind: "command", command, script, placed };
}

async function makeCall(house: House, call: ScenarioCall): Promise<Played> {
  const script = scriptCall(call);
  const { from, parameters } = call;
  const { party, callees, handsets } = script;
  const to = call.to ?? house.lines[0]?.number ?? "";
  const outcome = await house.placeCall({ from, to, parameters, party, callees, handsets });
  await outcome.afterwards;
  await house.local.switchboard.settled();
  return { kind: "call", call, script, outcome };
}
