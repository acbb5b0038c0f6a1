/** How scenarios and commands name the home's SIP phone: `home`, and `home:2` for the second of its handsets. */
const HANDSET = /^home(?::([1-9]))?$/;

/** Which handset of the home's phone calls, counted from 0; undefined when `from` is any other caller. */
export function handsetOf(from: string): number | undefined {
  const found = HANDSET.exec(from);
  return found === null ? undefined : Number(found[1] ?? "1") - 1;
}
