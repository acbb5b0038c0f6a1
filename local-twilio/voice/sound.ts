import type { Heard } from "./party";

/** Something that Twilio lets the caller hear, `times` times. */
export interface Sound {
  readonly heard: Heard;
  readonly seconds: number;
  readonly times: number;
}

/** The sounds one after another, each repeated. */
export function* playings(sounds: readonly Sound[]): Generator<Sound> {
  for (const sound of sounds) for (let time = 0; time < sound.times; time += 1) yield sound;
}

/** `loop="0"` repeats for ever. @see https://www.twilio.com/docs/voice/twiml/say#attributes-loop */
export function timesOfLoop(loop: number): number {
  return loop === 0 ? Number.POSITIVE_INFINITY : loop;
}
