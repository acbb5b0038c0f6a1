import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { encodeWav } from "./encode-wav";
import { ringingTone } from "./ringing-tone";
import { waitingMusic } from "./waiting-music";

/** The sounds that are made rather than kept, each with the document that plays it. */
const SOUNDS = [
  { document: "ringing.xml", sound: "ringing.wav", make: once(() => encodeWav(ringingTone())) },
  { document: "waiting-music.xml", sound: "waiting-music.wav", make: once(() => encodeWav(waitingMusic())) },
] as const;

/** A hundred thousand sines are worth keeping for who builds again. */
function once(make: () => Buffer): () => Buffer {
  let made: Buffer | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/**
 * Makes the sounds that the copied assets play: the very same bytes each time. One of that name among them, the owner's
 * own, stays.
 * @returns their names
 */
export async function writeSounds(copied: readonly string[], outDir: string): Promise<string[]> {
  const missing = SOUNDS.filter(
    ({ document, sound }) => copied.includes(document) && !copied.includes(sound),
  );
  for (const { sound, make } of missing) await writeFile(join(outDir, sound), make());
  return missing.map(({ sound }) => sound);
}
