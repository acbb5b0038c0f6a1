import type VoiceResponse from "twilio/lib/twiml/VoiceResponse";

/** What asks for the key. */
export type Question = ReturnType<VoiceResponse["gather"]>;

/** Where the key is told, and how long whoever is asked may think. */
export interface OneKey {
  readonly action: string;
  readonly seconds: number;
}

/**
 * TwiML that asks whoever has picked up for one key, and hangs up when none comes: the mailbox of a mobile phone presses
 * nothing, and must not take the call.
 * @param ask says the question
 * @see https://www.twilio.com/docs/voice/twiml/gather
 */
export function askOneKey(
  response: VoiceResponse,
  { action, seconds }: OneKey,
  ask: (question: Question) => void,
): string {
  ask(
    response.gather({
      action,
      method: "POST",
      input: ["dtmf"],
      numDigits: 1,
      finishOnKey: "",
      timeout: seconds,
    }),
  );
  response.hangup();
  return response.toString();
}
