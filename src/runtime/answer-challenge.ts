import { challengeDigits } from "../policy/challenge-digits";
import { type Conclusion, concludeChallenge, mayRetry } from "../policy/conclude-challenge";
import { type Judgement, judgeAnswer } from "../policy/judge-answer";
import type { Line } from "../policy/line";
import { parseCaller } from "../telephony/caller";
import type { ChallengeAnswer } from "../telephony/read-challenge-answer";
import { speakable } from "../twiml/speakable";
import { countChallenge } from "./count-challenge";
import { noteCall } from "./note-call";
import { lineOf, loggedCaller } from "./parties";
import type { LineCall } from "./screen-incoming-call";
import { promptOf } from "./screening-reply";
import type { CallWiring } from "./wiring";

/** What the flow is told about an answer. */
export interface ChallengeReply extends Conclusion {
  /** Of which attempt the next answer will be. */
  readonly attempt: number;
}

/** Judges an answer, counts it, and says how the call goes on. @throws Error when there is no line or no secret */
export async function answerChallenge(wiring: CallWiring, answer: ChallengeAnswer): Promise<ChallengeReply> {
  const { attempt } = answer;
  const { callSid, numDigits, from } = answer.call;
  const line = requireLine(wiring, answer.call.to);
  const secret = wiring.environment("CHALLENGE_SECRET");
  if (secret === undefined) throw new Error("Cannot check challenge: CHALLENGE_SECRET is not set");
  const call = { callSid, line, caller: parseCaller(from, wiring.policy().country) };
  const judgement = judgeAnswer(answer, challengeDigits({ secret, callSid, attempt, numDigits }));
  if (mayRetry(judgement, attempt, line)) {
    const say = promptOf({ ...call, numDigits, secret }, attempt + 1);
    return { result: "retry", say, next: "end", attempt: attempt + 1 };
  }
  const conclusion = await conclude(wiring, call, judgement);
  return { ...conclusion, say: speakable(conclusion.say), attempt };
}

function requireLine(wiring: CallWiring, to: string): Line {
  const line = lineOf(wiring.policy(), to);
  if (line === undefined) throw new Error("Cannot check challenge: the number called is no line of ours");
  return line;
}

/** No answer is counted already, since the challenge was asked. */
async function conclude(wiring: CallWiring, call: LineCall, judgement: Judgement): Promise<Conclusion> {
  const { callSid, line, caller } = call;
  const [strikes] = await Promise.all([
    judgement === "none" ? undefined : countChallenge(wiring, { ...call, step: judgement }),
    judgement === "wrong" ? noteFailure(wiring, call) : undefined,
  ]);
  wiring.log("challenge-concluded", { callSid, judgement });
  return concludeChallenge({ judgement, failed: strikes?.failed ?? 0, line, caller });
}

async function noteFailure(wiring: CallWiring, { callSid, line, caller }: LineCall): Promise<void> {
  const parties = { from: loggedCaller(caller), to: line.number };
  const at = wiring.now().toISOString();
  await noteCall(wiring, callSid, { ...parties, at, disposition: "failed-challenge" });
}
