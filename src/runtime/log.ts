/** What a log line may hold besides the name of what happened: SIDs, counts, kinds; never who called or what was said. */
export type LogDetails = Readonly<Record<string, string | number | boolean>>;

/**
 * Writes one JSON line. Runs of four digits and more are blotted out, whatever the caller of this thought they were;
 * SIDs stay, for they are how the owner finds the call. `console.warn` would raise Twilio's alert 82004 each time.
 */
export function log(event: string, details: LogDetails = {}): void {
  console.log(line(event, details));
}

/** As `log`, for what the owner must see: Twilio raises alert 82005. */
export function logFailure(event: string, details: LogDetails = {}): void {
  console.error(line(event, details));
}

/** The kind of a failure and what it says, without what it may say about people. */
export function describeFailure(failure: unknown): LogDetails {
  if (!(failure instanceof Error)) return { failure: typeof failure };
  return { failure: failure.name, message: failure.message };
}

const SID = /^[A-Z]{2}[0-9a-f]{32}$/;

function line(event: string, details: LogDetails): string {
  const scrubbed = Object.entries(details).map(([name, value]) => [name, scrub(name, value)]);
  return JSON.stringify({ event, ...Object.fromEntries(scrubbed) });
}

/** Quoted words are scraps of what could not be read: a card, an answer, a name. What is called a SID may be a hand edit. */
function scrub(name: string, value: string | number | boolean): string | number | boolean {
  if (typeof value !== "string" || SID.test(value)) return value;
  if (/sid$/i.test(name)) return "…";
  return value
    .replace(/"[^"]*"/g, "…")
    .replace(/[+*#]?\d[\d\s().-]{2,}\d/g, "…")
    .replace(/[^\s@<>"]+@[^\s@<>"]+/g, "…");
}
