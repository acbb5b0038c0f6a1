import { SAMPLES_PER_SECOND } from "./encode-wav";

const TONES_HZ = [440, 480];
const ON_SECONDS = 2;
const CYCLE_SECONDS = 6;
/** Each tone at -19 dBm, some 0.1 of full scale on a telephone line, so that nobody's ear is hurt. */
const LEVEL = 0.1;

/**
 * One ring as callers in North America hear it: 440 and 480 Hz together for two seconds, then four seconds of silence.
 * @see ITU-T E.180 supplement 2, and https://www.twilio.com/docs/voice/twiml/dial#ringtone
 */
export function ringingTone(): number[] {
  return Array.from({ length: CYCLE_SECONDS * SAMPLES_PER_SECOND }, (_, index) => {
    const seconds = index / SAMPLES_PER_SECOND;
    if (seconds >= ON_SECONDS) return 0;
    return TONES_HZ.reduce((sum, hertz) => sum + LEVEL * Math.sin(2 * Math.PI * hertz * seconds), 0);
  });
}
