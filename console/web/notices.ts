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

/** Leads to the field that a refusal is about, and marks it; to none when it is about none. */
export function blame(field: HTMLInputElement | undefined): void {
  field?.setAttribute("aria-invalid", "true");
  field?.focus();
}
