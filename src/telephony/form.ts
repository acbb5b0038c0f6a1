/** The parameters of a webhook, as the runtime hands them to a Function. Twilio adds new ones without notice. */
export type Form = Readonly<Record<string, unknown>>;

/** A parameter's text; undefined when it was not sent. Of one sent several times, the first. */
export function readText(form: Form, name: string): string | undefined {
  const value = form[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === "number" || typeof first === "boolean") return String(first);
  return typeof first === "string" ? first : undefined;
}

/** A parameter's text. @throws TypeError naming the parameter, when it is missing or empty. */
export function requireText(form: Form, name: string, subject = "incoming call"): string {
  const text = readText(form, name);
  if (text === undefined || text === "") throw new TypeError(`Cannot read ${subject}: ${name} is missing`);
  return text;
}
