/**
 * The emergency numbers of the countries in which Twilio routes them, by calling code. 933 reads the caller's registered
 * address back. @see https://www.twilio.com/docs/voice/tutorials/emergency-calling-for-programmable-voice
 */
export const EMERGENCY_NUMBERS: Readonly<Record<string, readonly string[]>> = {
  "1": ["911", "933"],
  "33": ["112"],
  "353": ["112", "999"],
  "39": ["112"],
  "43": ["112"],
  "44": ["112", "999"],
  "49": ["110", "112"],
  "60": ["999"],
  "61": ["000"],
  "63": ["911"],
  "64": ["111"],
  "66": ["191"],
};

/** Whether these digits call for help in any of the countries. */
export function isEmergencyNumber(number: string): boolean {
  return Object.values(EMERGENCY_NUMBERS).some((numbers) => numbers.includes(number));
}

/** Whether these digits call for help where the caller ID, in E.164, belongs: from there, other countries' do not. */
export function isEmergencyNumberOf(callerId: string, number: string): boolean {
  return Object.entries(EMERGENCY_NUMBERS).some(
    ([callingCode, numbers]) => callerId.startsWith(`+${callingCode}`) && numbers.includes(number),
  );
}
