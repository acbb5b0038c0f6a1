import { SAMPLES_PER_SECOND } from "./encode-wav";

/** The first bars of the Prelude in C by J. S. Bach (BWV 846, 1722): five notes each, as keys of a MIDI keyboard. */
const BARS = [
  [60, 64, 67, 72, 76],
  [60, 62, 69, 74, 77],
  [59, 62, 67, 74, 77],
  [60, 64, 67, 72, 76],
] as const;
/** Which of the five are played, in which order, twice a bar. */
const FIGURE = [0, 1, 2, 3, 4, 2, 3, 4];
/** 64 notes in 15 seconds. */
const NOTE_SAMPLES = 1875;
const LEVEL = 0.12;
/** How fast a note dies away, in parts of a second. */
const DECAY_SECONDS = 0.6;

/** Fifteen quiet seconds that go well with themselves, over and over. */
export function waitingMusic(): number[] {
  const keys = BARS.flatMap((bar) => [...FIGURE, ...FIGURE].map((note) => bar[note] ?? bar[0]));
  const notes = new Map(keys.map((key) => [key, noteOf(key)]));
  const samples = Array<number>(keys.length * NOTE_SAMPLES).fill(0);
  for (const [index, key] of keys.entries()) play(samples, notes.get(key) ?? [], index * NOTE_SAMPLES);
  return samples;
}

/** Rings on over the notes that follow; the last ones into the beginning, so that no seam is heard. */
function play(samples: number[], note: readonly number[], from: number): void {
  for (const [index, level] of note.entries()) {
    const at = (from + index) % samples.length;
    samples[at] = (samples[at] ?? 0) + level;
  }
}

function noteOf(key: number): number[] {
  const hertz = 440 * 2 ** ((key - 69) / 12);
  return Array.from({ length: 4 * NOTE_SAMPLES }, (_, index) => {
    const seconds = index / SAMPLES_PER_SECOND;
    const attack = Math.min(1, seconds / 0.01);
    const wave = Math.sin(2 * Math.PI * hertz * seconds) + 0.3 * Math.sin(4 * Math.PI * hertz * seconds);
    return LEVEL * attack * Math.exp(-seconds / DECAY_SECONDS) * wave;
  });
}
