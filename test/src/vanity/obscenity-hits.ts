import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";
import { localPart } from "../../../bench/vanity/denied-in";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Something in a spelling that `obscenity` takes for an obscenity: what stands there, hyphens and all, and what it is taken for. */
export interface Hit {
  readonly shown: string;
  readonly takenFor: string;
}

/**
 * What the matcher of `obscenity`, which has no part in the engine, finds in a spelling as it is shown and with its hyphens left
 * out. Digits alone are the caller's own, and so is an area code that is left in digits.
 * @see https://github.com/jo3-l/obscenity
 */
export function obscenityHits(spelling: string): Hit[] {
  const local = localPart(spelling);
  const hits = [local, local.replaceAll("-", "")].flatMap((text) =>
    matcher.getAllMatches(text).map((match) => ({
      face: text.slice(match.startIndex, match.endIndex + 1),
      takenFor: englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? "",
    })),
  );
  return hits
    .filter(({ face }) => /[A-Z]/.test(face))
    .map(({ face, takenFor }) => ({ shown: piecesAround(local, face), takenFor }));
}

/** The pieces between hyphens that a part of what may be read lies in. */
function piecesAround(local: string, face: string): string {
  const pattern = new RegExp(`[A-Z\\d]*${[...face].join("-?")}[A-Z\\d]*`);
  return pattern.exec(local)?.[0] ?? local;
}
