import type { Talk } from "./talk";

/**
 * Asks for a new PIN, twice and unseen, until it can be used.
 * @param refuse why a PIN cannot be used; undefined for one that can @throws Interrupted when the person leaves
 */
export async function askPin(talk: Talk, refuse: (pin: string) => string | undefined): Promise<string> {
  return Promise.race([insist(talk, refuse), talk.left]);
}

async function insist(talk: Talk, refuse: (pin: string) => string | undefined): Promise<string> {
  for (;;) {
    const pin = (await talk.askHidden("New PIN, 6 to 12 digits: ")).trim();
    const problem = refuse(pin) ?? (await differs(talk, pin));
    if (problem === undefined) return pin;
    talk.tell(`  Please choose again: ${problem}`);
  }
}

async function differs(talk: Talk, pin: string): Promise<string | undefined> {
  const again = (await talk.askHidden("The same PIN again: ")).trim();
  return again === pin ? undefined : "the two are not the same";
}
