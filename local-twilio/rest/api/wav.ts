/** Twilio's WAV recordings: 8,000 16-bit samples a second and channel. @see https://www.twilio.com/docs/voice/api/recording */
const SAMPLE_RATE = 8000;
const SAMPLE_BYTES = 2;
const HEADER_BYTES = 44;

/** A RIFF/WAVE file of so many seconds of silence: what was said is kept as text, not as sound. */
export function silentWav(seconds: number): Buffer {
  const dataBytes = Math.round(seconds * SAMPLE_RATE) * SAMPLE_BYTES;
  const file = Buffer.alloc(HEADER_BYTES + dataBytes);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16); // size of the format chunk
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // one channel
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * SAMPLE_BYTES, 28);
  file.writeUInt16LE(SAMPLE_BYTES, 32);
  file.writeUInt16LE(SAMPLE_BYTES * 8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(dataBytes, 40);
  return file;
}
