import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from "obscenity";

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Something in a spelling that `obscenity` takes for an obscenity: what stands there, hyphens and all, and what it is taken for. */
export interface Hit {
  readonly shown: string;
  readonly takenFor: string;
}

/**
 * What the matcher of `obscenity`, which has no part in the engine, finds in a spelling as it is shown and with its hyphens left
 * out. Digits alone are the caller's own.
 * @see https://github.com/jo3-l/obscenity
 */
export function obscenityHits(spelling: string): Hit[] {
  const hits = [spelling, spelling.replaceAll("-", "")].flatMap((text) =>
    matcher.getAllMatches(text).map((match) => ({
      face: text.slice(match.startIndex, match.endIndex + 1),
      takenFor: englishDataset.getPayloadWithPhraseMetadata(match).phraseMetadata?.originalWord ?? "",
    })),
  );
  return hits
    .filter(({ face }) => /[A-Z]/.test(face))
    .map(({ face, takenFor }) => ({ shown: piecesAround(spelling, face), takenFor }));
}

/** The pieces between hyphens that a part of the spelling lies in. */
function piecesAround(spelling: string, face: string): string {
  const pattern = new RegExp(`[A-Z\\d]*${[...face].join("-?")}[A-Z\\d]*`);
  return pattern.exec(spelling)?.[0] ?? spelling;
}
