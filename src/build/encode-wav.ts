/** Telephone quality. */
export const SAMPLES_PER_SECOND = 8000;
const BYTES_PER_SAMPLE = 2;
const HEADER_BYTES = 44;

/**
 * A sound as a WAV file of 16 bits, one channel, 8,000 samples a second, which Twilio plays without converting its rate.
 * @param samples from -1 to 1
 * @see https://www.twilio.com/docs/voice/twiml/play#supported-audio-file-types
 * @see https://www.rfc-editor.org/rfc/rfc2361 (WAVE formats)
 */
export function encodeWav(samples: readonly number[]): Buffer {
  const bytes = samples.length * BYTES_PER_SAMPLE;
  const file = Buffer.alloc(HEADER_BYTES + bytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(HEADER_BYTES - 8 + bytes, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // one channel
  file.writeUInt32LE(SAMPLES_PER_SECOND, 24);
  file.writeUInt32LE(SAMPLES_PER_SECOND * BYTES_PER_SAMPLE, 28);
  file.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  file.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(bytes, 40);
  samples.forEach((sample, index) => {
    const level = Math.max(-1, Math.min(1, sample));
    file.writeInt16LE(Math.round(level * 0x7fff), HEADER_BYTES + index * BYTES_PER_SAMPLE);
  });
  return file;
}
