import type { Row } from "../row";
import { ADVERTISED, type Advertised, PLACES, ranksOf } from "../vanity/advertised";
import { openVanityBench, type Speller } from "../vanity/vanity-bench";
import type { Workbench } from "../workbench";

type Place = (typeof PLACES)[number];

const REACH: Readonly<Record<Place, number>> = { first: 72, three: 91, five: 93 };
const IN_WORDS = { first: "first", three: "among the first three", five: "among the first five" } as const;
const { tuned, heldOut, practice } = ADVERTISED;

interface Group {
  readonly of: string;
  readonly rows: readonly Advertised[];
  /** Undefined where it is enough to read more of them as they were advertised than the others do. */
  readonly reach?: typeof REACH;
}

const GROUPS: readonly Group[] = [
  { of: "numbers that were really advertised", rows: [...tuned, ...heldOut], reach: REACH },
  { of: "those of them that the engine was never tuned on", rows: heldOut, reach: REACH },
  { of: "more that were for practice", rows: practice },
];

/** How often the spelling that somebody paid for is told first, or soon: ours, and the best of the others. */
export async function measureVanityQuality(bench: Workbench): Promise<readonly Row[]> {
  const { spellers } = await openVanityBench(bench);
  return GROUPS.flatMap(({ of, rows, reach }) => {
    const all = spellers.map((speller) => ({ speller, ranks: ranksOf(rows, inWords(speller)) }));
    const [engine, ...peers] = all.map(({ speller: { name }, ranks }) => ({
      name,
      share: (place: Place) => (100 * ranks[place]) / rows.length,
    }));
    if (engine === undefined) throw new Error("Cannot measure: nobody spells");
    return PLACES.map((place): Row => {
      const [best] = [...peers].sort((a, b) => b.share(place) - a.share(place));
      const others = peers.map(({ name, share }) => `${name} ${share(place).toFixed(0)}`).join(", ");
      const measured = { value: engine.share(place), unit: "%", of: engine.name };
      const against = { value: best?.share(place) ?? 0, unit: "%", of: `the best of ${others}` };
      return {
        figure: `the advertised spelling ${IN_WORDS[place]}, ${rows.length} ${of}`,
        ...{ measured, against, ratio: measured.value / against.value },
        ...(reach === undefined
          ? { reach: "more than the others", reached: measured.value > against.value }
          : { reach: `at least ${reach[place]} %`, reached: measured.value >= reach[place] }),
      };
    });
  });
}

const inWords =
  ({ spell }: Speller) =>
  (number: string) =>
    spell(number).map(({ words }) => words.map(({ text }) => text));
