import { ApiRefusal } from "./api-client";
import { element } from "./element";

/** Says how things stand: read aloud when there is time. */
export function say(text: string): void {
  element("status", HTMLElement).textContent = text;
}

/** Says what went wrong: read aloud at once. Nothing: takes it back. */
export function complain(text = ""): void {
  const message = element("message", HTMLElement);
  message.textContent = text;
  message.hidden = text === "";
}

/** Says why a request came to nothing. @throws what is no refusal */
export function complainOf(failure: unknown): ApiRefusal {
  if (!(failure instanceof ApiRefusal)) throw failure;
  say("");
  complain(failure.message);
  return failure;
}
