/**
 * What an office's callers hear that no policy writes, in English; its names are the list of all prompts. In braces stands
 * what is filled in. No prompt holds a numeral, so that a key is never mistaken.
 */
export const en = {
  chooseLanguage: "For English, press {key}.",
  greeting: "Hello, and thank you for calling.",
  closedGreeting: "Hello, and thank you for calling. We are closed right now.",
  entry: "For {name}, press {key}.",
  operator: "To speak with somebody, press {key}.",
  back: "To go back, press {key}.",
  orSay: "You can also say what you would like.",
  star: "star",
  noChoice: "Sorry, that is not one of the choices.",
  notUnderstood: "Sorry, I did not understand you.",
  unclear: "Sorry, that fits more than one of the choices.",
  gaveUp: "Sorry, we could not make out your choice.",
  closed: "{name} is closed right now.",
  unavailable: "Sorry, your call cannot be put through right now.",
  leaveMessage: "Please leave a message after the tone.",
  leaveMessageFor: "Please leave a message for {name} after the tone.",
} as const;
