/** What the home's callers hear that no policy writes. `{person}` is a name from the allow list. */
export const HOME_TEXTS = {
  offer:
    "Nobody answers. To reach {person}, press 1. To leave a message, press any other key, or just stay on the line.",
  outOfHours:
    "Hello. The telephone here takes your calls at other times. Please leave a message after the tone, or call again then.",
  somebody: "someone else of the family",
} as const;
