/** Wraps text in a colour, or leaves it as it is. */
export interface Paint {
  dim(text: string): string;
  bold(text: string): string;
  green(text: string): string;
  red(text: string): string;
}

/**
 * Colours for a stream: only on a terminal, and never when NO_COLOR is set.
 * @see https://no-color.org
 */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const colours = stream.isTTY === true && !environment.NO_COLOR;
  const wrap = (code: number) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { dim: wrap(2), bold: wrap(1), green: wrap(32), red: wrap(31) };
}
