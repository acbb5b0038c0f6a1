/**
 * What callers hear when the owner has written nothing. In the prompt the digits are the only numerals, so that they cannot
 * be mistaken; and a tone is called a tone.
 */
export const DEFAULT_TEXTS = {
  greeting: "Hello. Nobody can come to the phone right now. Please leave a message after the tone.",
  prompt:
    "Hello. This line keeps out automatic callers. To show that you are a person, please press {digits} on your keypad.",
  namePrompt:
    "Hello. Please say your name after the tone, and I will see whether somebody can take your call.",
  failed: "Sorry, those were not the right digits. You are welcome to call again. Goodbye.",
  locked:
    "Sorry, those were not the right digits. After several wrong answers in a row, this line no longer takes calls from your number. Goodbye.",
  /** In place of the two before where the caller may leave a message all the same. */
  messageInstead: "Sorry, those were not the right digits.",
  message:
    "Hello. This telephone only takes calls from numbers on its list. To be put on it, please speak to the family another way. Goodbye.",
  bedtime:
    "Hello. The telephone here is asleep just now, and will be glad to hear from you in the daytime. Please leave a message after the tone.",
  paused:
    "Hello. The telephone here is having a rest just now. Please leave a message after the tone, or call again later.",
  monitoringNotice: "A parent may listen to this call.",
  recordingNotice: "This call is recorded. If you do not agree, please hang up now.",
} as const;
