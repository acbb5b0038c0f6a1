import { attend, attendRest, pressKeys, SILENCE, speakFor } from "../attend";
import type { Leg } from "../leg";
import type { Act, Moment } from "../party";
import { playings } from "../sound";
import { resolveHeard } from "./execute-sound";
import type { Gather } from "./parse-gather";

/** What a Gather has collected so far. */
export interface Collected {
  digits: string;
  speech: string;
  finished: boolean;
}

/**
 * Plays the prompts of a Gather and listens. The first input decides whether it is keys or speech.
 * @see https://www.twilio.com/docs/voice/twiml/gather#attributes-timeout (starts after the nested verbs)
 */
export async function collectInput(leg: Leg, gather: Gather): Promise<Collected | "hungUp"> {
  const collected: Collected = { digits: "", speech: "", finished: false };
  for (const { heard, seconds } of playings(gather.prompts)) {
    const moment = { heard: resolveHeard(leg, heard), seconds, awaits: "input" } as const;
    if ((await listenThrough(leg, gather, { collected, moment })) === "hungUp") return "hungUp";
    if (collected.finished) return collected;
    if (gather.bargeIn && hasBegun(collected)) break;
  }
  return listenOn(leg, gather, collected);
}

async function listenOn(leg: Leg, gather: Gather, collected: Collected): Promise<Collected | "hungUp"> {
  while (!collected.finished) {
    const seconds = collected.speech === "" ? gather.timeout : gather.speechTimeout;
    const act = await listen(leg, gather, {
      collected,
      moment: { heard: SILENCE, seconds, awaits: "input" },
    });
    if (act.does === "hangUp") return "hungUp";
    if (act.does === "nothing") break;
  }
  return collected;
}

interface Listening {
  readonly collected: Collected;
  readonly moment: Moment;
  /** The moment has been opened already. */
  readonly resumed?: boolean;
}

/** Without barge-in the prompt goes on after input; with it, the first input stops the prompt. */
async function listenThrough(
  leg: Leg,
  gather: Gather,
  { collected, moment }: Listening,
): Promise<"hungUp" | "heard"> {
  let rest = moment.seconds;
  while (rest > 0) {
    const resumed = rest < moment.seconds;
    const act = await listen(leg, gather, { collected, moment: { ...moment, seconds: rest }, resumed });
    if (act.does === "hangUp") return "hungUp";
    if (act.does === "nothing" || gather.bargeIn || collected.finished) return "heard";
    rest -= act.at;
  }
  return "heard";
}

/** One input, or none. The `at` of the act that comes back is when the input was over. */
async function listen(leg: Leg, gather: Gather, { collected, moment, resumed }: Listening): Promise<Act> {
  const act = await (resumed ? attendRest : attend)(leg, moment, wantedInput(gather, collected));
  if (act.does === "press") {
    const seconds = await pressKeys(leg, act.keys, (key) => takeKey(gather, collected, key));
    return { ...act, at: act.at + seconds };
  }
  if (act.does === "speak") {
    collected.speech = `${collected.speech} ${act.text}`.trim();
    return { ...act, at: act.at + (await speakFor(leg, act.text, act.seconds)) };
  }
  return act;
}

function takeKey(gather: Gather, collected: Collected, key: string): boolean {
  if (key === gather.finishOnKey) collected.finished = true;
  else collected.digits += key;
  if (collected.digits.length >= gather.numDigits) collected.finished = true;
  return collected.finished;
}

/** "When you set `input` to `dtmf speech`, the first detected input (speech or dtmf) will take precedence." */
function wantedInput({ input }: Gather, { digits, speech }: Collected): Act["does"][] {
  const wanted: Act["does"][] = [];
  if (input.includes("dtmf") && speech === "") wanted.push("press");
  if (input.includes("speech") && digits === "") wanted.push("speak");
  return wanted;
}

function hasBegun({ digits, speech }: Collected): boolean {
  return digits !== "" || speech !== "";
}
