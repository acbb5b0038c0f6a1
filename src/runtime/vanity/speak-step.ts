import { promptIn } from "../../policy/office/prompts/prompt-in";
import {
  type NextVanityStep,
  offersText,
  type VanityFacts,
  type VanityStep,
} from "../../policy/vanity/dialogue-step";
import type { Speech } from "../../policy/vanity/speech";
import {
  askSpeech,
  chooseSpeech,
  endSpeech,
  type Listener,
  tellSpeeches,
} from "../../policy/vanity/vanity-speech";
import type { CountryCode } from "../../telephony/e164";
import type { VanityNumber } from "../../telephony/read-vanity-number";
import { describeFailure } from "../log";
import { type SpellingParts, spellNumber } from "./spell-number";

/** A step that is to be spoken. */
export interface ToSpeak extends NextVanityStep {
  readonly parts: SpellingParts;
  readonly facts: VanityFacts;
  readonly country: CountryCode;
}

/** What is said, shorter and shorter, and the step that it is said at. */
export interface SpokenStep {
  readonly step: VanityStep;
  readonly versions: readonly Speech[];
}

/** What is said at a step; where no number can be spelled, a word about that, and the end. */
export async function speakStep({ step, state, parts, facts, country }: ToSpeak): Promise<SpokenStep> {
  const { locale } = state;
  const listener = { locale, country, offersText: offersText(state, facts) };
  switch (step.do) {
    case "tell":
      return (
        (await tell(parts, step.number, { ...listener, isOwn: step.number === facts.caller })) ??
        sorry(listener)
      );
    case "choose":
      return { step, versions: [chooseSpeech(listener, step.notice)] };
    case "ask":
      return { step, versions: [askSpeech(listener, step.notice)] };
    case "text":
      return { step, versions: [[{ say: promptIn(locale, "hold") }]] };
    case "end":
      return { step, versions: [endSpeech(listener, step.notice)] };
  }
}

async function tell(
  parts: SpellingParts,
  number: VanityNumber,
  listener: Listener & { readonly isOwn: boolean },
): Promise<SpokenStep | undefined> {
  try {
    const { results } = await spellNumber(parts, number);
    const { spellable } = parts.vanity;
    const versions = tellSpeeches({ number, results, spellable, isOwn: listener.isOwn }, listener);
    return { step: { do: "tell", number }, versions };
  } catch (failure) {
    parts.log("number-not-spelled", describeFailure(failure));
    return undefined;
  }
}

const sorry = ({ locale }: Listener): SpokenStep => ({
  step: { do: "end" },
  versions: [[{ say: promptIn(locale, "vanityUnavailable") }]],
});
