import type { Act, Moment, Party } from "../local-twilio/voice/party";
import { speakingTime } from "./speaking-time";

/** While a person is asked no time passes: this is how long the conversation was. */
const TALK_SECONDS = 5;

/** How a person is told things and asked for things. `ask` gives undefined when nobody is there any more. */
export interface Conversation {
  tell(text: string): void;
  ask(question: string): Promise<string | undefined>;
}

const QUESTIONS = {
  input: "  keys, words to speak, Enter to stay silent, h to hang up > ",
  message: "  words to speak, Enter to stay silent, h to hang up > ",
  conversation: "  you are connected, Enter to hang up, w to wait until the other side does > ",
} as const;

/** Makes a party of a person, who is asked only when something is awaited and the line is silent for it. */
export function humanParty(conversation: Conversation): Party {
  let told = "";
  let hasSpoken = false;
  return {
    async during(moment) {
      const sentence = describeHeard(moment);
      if (sentence !== undefined && sentence !== told) conversation.tell(sentence);
      told = sentence ?? "";
      // Who spoke into a Gather has answered it, although it listens on for a while.
      hasSpoken &&= moment.heard.kind === "silence" && moment.awaits === "input";
      const question = hasSpoken ? undefined : questionFor(moment);
      if (question === undefined) return { at: moment.seconds, does: "nothing" };
      const answer = await conversation.ask(question);
      if (answer === undefined) return { at: 0, does: "hangUp" };
      if (moment.heard.kind === "conversation") return talk(answer, moment.seconds);
      const act = parseAnswer(answer, moment.seconds);
      hasSpoken = act.does === "speak" && moment.awaits === "input";
      return act;
    },
  };
}

/** Enter, or whatever it is, ends a talk; `w` leaves that to the other side. */
function talk(answer: string, seconds: number): Act {
  if (answer.trim().toLowerCase() === "w") return { at: seconds, does: "nothing" };
  return { at: Math.min(TALK_SECONDS, seconds), does: "hangUp" };
}

function describeHeard({ heard: { kind, text } }: Moment): string | undefined {
  if (kind === "say" || kind === "reject") return `  "${text}"`;
  if (kind === "silence") return undefined;
  return kind === "play" ? `  (plays ${text})` : `  (${kind})`;
}

function questionFor({ heard, awaits }: Moment): string | undefined {
  if (heard.kind === "conversation") return QUESTIONS.conversation;
  if (heard.kind !== "silence") return undefined;
  return awaits === "input" || awaits === "message" ? QUESTIONS[awaits] : undefined;
}

/** `h` hangs up, nothing is silence, digits are keys, anything else is spoken. */
export function parseAnswer(answer: string, seconds: number): Act {
  const text = answer.trim();
  if (text === "") return { at: seconds, does: "nothing" };
  if (text.toLowerCase() === "h") return { at: 0, does: "hangUp" };
  if (/^[0-9*#]+$/.test(text)) return { at: 0, does: "press", keys: text };
  return { at: 0, does: "speak", text, seconds: speakingTime(text) };
}
