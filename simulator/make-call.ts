import type { Callee } from "../local-twilio/voice/party";
import { parseE164 } from "../src/telephony/e164";
import { chooseHousehold } from "./choose-household";
import type { SyncListing } from "./furnish-sync";
import { handsetOf } from "./handset-of";
import { parseHeardPattern } from "./heard-pattern";
import { type House, openHouse } from "./house";
import { humanParty } from "./human-party";
import { openLineReader } from "./line-reader";
import type { Mail } from "./mailbox";
import { parseCallee, parseHandset } from "./parse-callee";
import { readCallerSteps } from "./read-scenario";
import { type FinishedCall, finish } from "./run-scenario";
import type { CallerStep } from "./scripted-caller";
import { type ScriptedParty, scriptedParty } from "./scripted-party";
import { sentTexts, type Text } from "./sent-texts";
import { speakingTime } from "./speaking-time";
import { openWorkshop } from "./workshop";

/** What `npm run call` is told. */
export interface CallOrder {
  readonly from: string;
  readonly to?: string | undefined;
  readonly press?: string | undefined;
  readonly say?: string | undefined;
  readonly script?: string | undefined;
  readonly callee: readonly string[];
  /** What the home's handsets do; one that answers, when there are none. */
  readonly phone: readonly string[];
  readonly policy?: string | undefined;
  readonly contacts?: string | undefined;
  /** Whether a person at the terminal may be asked. */
  readonly asks: boolean;
}

/** What came of the call. */
export interface MadeCall {
  readonly call: FinishedCall;
  readonly mail: readonly Mail[];
  readonly texts: readonly Text[];
  readonly sync: SyncListing;
  readonly complaints: readonly string[];
  readonly failures: readonly string[];
}

/** Makes one call in a house of its own. @throws one clear sentence when a file, a number or a callee is wrong. */
export async function makeCall(order: CallOrder): Promise<MadeCall> {
  const { policy, contacts } = order;
  const ends = readEnds(order);
  const callees = parseCallees(order.callee);
  const handsets = order.phone.map(parseHandset);
  const caller = await chooseCaller(order);
  const workshop = openWorkshop();
  const house = await openHouse({
    ...chooseHousehold({ policy, contacts }),
    workshop,
    now: Date.now(),
  });
  try {
    const outcome = await house.placeCall({
      ...ends(house),
      party: caller.party,
      callees: (number) => callees[number] ?? { does: "answers" },
      handsets: handsets.length === 0 ? undefined : handsets,
    });
    await outcome.afterwards;
    await house.local.switchboard.settled();
    return {
      call: finish(house, outcome),
      mail: [...house.mailbox.mails],
      texts: sentTexts(house.local),
      sync: house.sync(),
      complaints: [...house.local.journal.complaints],
      failures: caller.failures(outcome.heard),
    };
  } finally {
    await house.close();
    workshop.close();
    caller.leave();
  }
}

/** Who calls whom, once the house stands. @throws TypeError when the home's phone is to dial nothing */
function readEnds({ from, to }: CallOrder): (house: House) => { readonly from: string; readonly to: string } {
  if (handsetOf(from) === undefined)
    return (house) => ({ from: parseE164(from, house.country) ?? from, to: chooseLine(house, to) });
  if (to === undefined) throw new TypeError("Cannot call from home: --to is missing, what the phone dials");
  return () => ({ from, to });
}

/** The number of the line that is asked for, else of the first. @throws TypeError when it is no line's */
function chooseLine({ lines, country }: House, asked: string | undefined): string {
  const number = asked === undefined ? lines[0]?.number : parseE164(asked, country);
  const line = lines.find((candidate) => candidate.number === number);
  if (line !== undefined) return line.number;
  const known = lines.map((candidate) => `${candidate.number} (${candidate.name})`).join(", ");
  throw new TypeError(`Cannot call ${asked}: the lines are ${known}`);
}

/** Who calls: a script, or somebody at the terminal, which has to be left again for the process to end. */
type Caller = ScriptedParty & { leave(): void };

async function chooseCaller({ press, say, script, asks }: CallOrder): Promise<Caller> {
  if (script !== undefined) return following(await readCallerSteps(script));
  const scripted = press !== undefined || say !== undefined;
  if (!scripted && asks && process.stdin.isTTY && process.stdout.isTTY) return atTerminal();
  return following([
    ...(press?.trim().split(/[\s,]+/) ?? []).map(pressing),
    ...(say === undefined ? [] : [saying(say)]),
  ]);
}

function following(script: readonly CallerStep[]): Caller {
  return { ...scriptedParty(script), leave: () => undefined };
}

function atTerminal(): Caller {
  const reader = openLineReader(process.stdin, process.stdout);
  return { party: humanParty(reader), failures: () => [], leave: () => reader.close() };
}

/** `auto` presses the digits that are asked for; anything else is pressed after the next thing said. */
function pressing(press: string): CallerStep {
  const auto = press === "auto";
  return hearing(auto ? "(\\d(?: \\d)+)" : "\\S", { does: "press", keys: auto ? "$1" : press });
}

function saying(text: string): CallerStep {
  return hearing("beep", {
    does: "speak",
    text,
    seconds: speakingTime(text),
  });
}

function hearing(source: string, act: NonNullable<CallerStep["act"]>): CallerStep {
  const hears = parseHeardPattern(source);
  return hears === undefined ? { act } : { hears, act };
}

function parseCallees(arguments_: readonly string[]): Record<string, Callee> {
  return Object.fromEntries(arguments_.map(parseCallee));
}
