/** MPEG-2 Layer III, 32 kbit/s, 16 kHz, mono: at this rate every frame has the same length and needs no padding. */
const FRAME_HEADER = Buffer.from([0xff, 0xf3, 0x48, 0xc4]);
const FRAME_BYTES = 144; // 72 * bit rate / sample rate
const FRAME_SECONDS = 576 / 16_000;

/**
 * An MP3 file of so many seconds of silence, up to a whole frame: frames whose side information is all zero decode
 * to zero samples.
 */
export function silentMp3(seconds: number): Buffer {
  const frames = Math.max(1, Math.ceil(seconds / FRAME_SECONDS));
  const frame = Buffer.alloc(FRAME_BYTES);
  FRAME_HEADER.copy(frame);
  return Buffer.alloc(frames * FRAME_BYTES, frame);
}
