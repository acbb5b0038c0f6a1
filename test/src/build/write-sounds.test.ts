import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTwimlJudge } from "../../../local-twilio/judge/twiml";
import { parseTwiml } from "../../../local-twilio/voice/parse-twiml";
import { SAMPLES_PER_SECOND } from "../../../src/build/encode-wav";
import { ringingTone } from "../../../src/build/ringing-tone";
import { waitingMusic } from "../../../src/build/waiting-music";
import { writeSounds } from "../../../src/build/write-sounds";

const ROOT = join(__dirname, "../../..");
let outDir: string;
beforeEach(() => {
  outDir = mkdtempSync(join(tmpdir(), "gatehouse-sounds-"));
});
afterEach(() => rmSync(outDir, { recursive: true }));

/** How much of one frequency is in some samples, from 0 to 1 of a full-scale tone (Goertzel). */
function strength(samples: readonly number[], hertz: number): number {
  const turn = (2 * Math.PI * hertz) / SAMPLES_PER_SECOND;
  const real = samples.reduce((sum, sample, index) => sum + sample * Math.cos(turn * index), 0);
  const imaginary = samples.reduce((sum, sample, index) => sum + sample * Math.sin(turn * index), 0);
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

// "Ringing tone 440+480, 2.0 on 4.0 off" for North America: ITU-T, Various tones used in national networks (E.180)
test("a ring is 440 and 480 Hz for two seconds, then four of silence", () => {
  const tone = ringingTone();
  expect(tone).toHaveLength(6 * SAMPLES_PER_SECOND);
  const ringing = tone.slice(0, 2 * SAMPLES_PER_SECOND);
  expect(strength(ringing, 440)).toBeCloseTo(0.1, 2);
  expect(strength(ringing, 480)).toBeCloseTo(0.1, 2);
  expect(strength(ringing, 350)).toBeLessThan(0.01);
  expect(tone.slice(2 * SAMPLES_PER_SECOND).every((sample) => sample === 0)).toBe(true);
});

test("the music lasts fifteen seconds, is quiet, and is nowhere silent", () => {
  const music = waitingMusic();
  expect(music).toHaveLength(15 * SAMPLES_PER_SECOND);
  expect(music.every((sample) => Math.abs(sample) < 0.9)).toBe(true);
  const tenths = Array.from({ length: 150 }, (_, index) => music.slice(index * 800, (index + 1) * 800));
  expect(tenths.every((tenth) => tenth.some((sample) => Math.abs(sample) > 0.02))).toBe(true);
});

test("sounds are WAV files that Twilio plays, the same bytes each time", async () => {
  const write = () => writeSounds(["ringing.xml", "waiting-music.xml"], outDir);
  expect(await write()).toEqual(["ringing.wav", "waiting-music.wav"]);
  const hash = () =>
    createHash("sha256")
      .update(readFileSync(join(outDir, "waiting-music.wav")))
      .digest("hex");
  const once = hash();
  await write();
  expect(hash()).toBe(once);
  const file = readFileSync(join(outDir, "ringing.wav"));
  // RIFF WAVE, format 1, one channel, 8,000 samples a second, 16 bits: https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html
  expect(file.toString("latin1", 0, 4) + file.toString("latin1", 8, 16)).toBe("RIFFWAVEfmt ");
  expect([
    file.readUInt16LE(20),
    file.readUInt16LE(22),
    file.readUInt32LE(24),
    file.readUInt16LE(34),
  ]).toEqual([1, 1, 8000, 16]);
  expect(file.readUInt32LE(4)).toBe(file.length - 8);
  expect(file.readUInt32LE(40)).toBe(file.length - 44);
});

test("a sound of the owner's own stays, and none is made that nothing plays", async () => {
  expect(await writeSounds(["ringing.xml", "ringing.wav"], outDir)).toEqual([]);
  expect(existsSync(join(outDir, "ringing.wav"))).toBe(false);
});

// The phone rings 60 s at most, and Twilio adds 5: https://www.twilio.com/docs/voice/api/conference-participant-resource
test.each([
  ["ringing.xml", 6],
  ["waiting-music.xml", 15],
])("%s plays for longer than the phone can ring, then asks to be let go", (document, seconds) => {
  const text = readFileSync(join(ROOT, "assets", document), "utf8");
  expect(createTwimlJudge()(text)).toEqual([]);
  const parsed = parseTwiml(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  const loop = /<Play loop="(\d+)">/.exec(text)?.[1];
  expect(Number(loop) * seconds).toBeGreaterThan(65);
  expect(text).toContain('</Play>\n  <Redirect method="POST">/home/waited</Redirect>');
});
