import type { SignInCode, WebConsole } from "./web-console";

const EVERY_MS = 300;

/**
 * Tells each code with which one signs in to the web console once, soon after it was sent: here nobody has the telephone
 * that it was sent to. Keeps no process alive. @returns what ends it
 */
export function watchCodes({ codes }: WebConsole, tell: (text: string) => void): () => void {
  let told = new Set<string>();
  const look = () => {
    const sent = codes();
    for (const code of sent.filter((each) => !told.has(keyOf(each)))) tell(printCode(code));
    told = new Set(sent.map(keyOf));
  };
  const timer = setInterval(look, EVERY_MS).unref();
  return () => clearInterval(timer);
}

function keyOf({ phone, code }: SignInCode): string {
  return `${phone} ${code}`;
}

/** A code for people. */
export function printCode({ name, phone, code }: SignInCode): string {
  return `  ${name} (${phone}) gets the code ${code} for the web console`;
}
