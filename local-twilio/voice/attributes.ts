import type { TwimlElement } from "./parse-twiml";
import { NOT_SUPPORTED, TwimlError } from "./twiml-error";

/**
 * Reads the attributes of one element, each with Twilio's default in the open. What has not been read in the end is
 * refused by name, so that nothing is skipped silently.
 */
export class Attributes {
  readonly #left: Map<string, string>;
  readonly #name: string;

  constructor(element: TwimlElement) {
    this.#name = element.name;
    this.#left = new Map(Object.entries(element.attributes));
  }

  /** Any text; undefined when the attribute is absent. */
  text(name: string): string | undefined {
    const value = this.#left.get(name);
    this.#left.delete(name);
    return value;
  }

  /** One of the allowed words. @throws TwimlError 12200 for any other */
  choice<Word extends string>(name: string, allowed: readonly Word[], fallback: Word): Word {
    const value = this.text(name);
    return value === undefined ? fallback : this.#allowed(name, allowed, value);
  }

  /** A list of allowed words, separated by spaces. @throws TwimlError 12200 for any other */
  words<Word extends string>(
    name: string,
    allowed: readonly Word[],
    fallback: readonly Word[],
  ): readonly Word[] {
    const value = this.text(name);
    if (value === undefined) return fallback;
    return value
      .split(/\s+/)
      .filter((word) => word !== "")
      .map((word) => this.#allowed(name, allowed, word));
  }

  /** `true` or `false`. @throws TwimlError 12200 for anything else */
  flag(name: string, fallback: boolean): boolean {
    return this.choice(name, ["true", "false"], fallback ? "true" : "false") === "true";
  }

  /** A whole number. @throws TwimlError 12200 for anything else, or less than `atLeast` */
  whole<Fallback extends number | undefined>(
    name: string,
    atLeast: number,
    fallback: Fallback,
  ): number | Fallback {
    const value = this.text(name);
    if (value === undefined) return fallback;
    if (!/^\d{1,9}$/.test(value) || Number(value) < atLeast)
      throw this.#invalid(name, value, `a whole number from ${atLeast}`);
    return Number(value);
  }

  /** Attributes that change nothing in a simulated call. */
  withoutEffect(...names: string[]): void {
    for (const name of names) this.#left.delete(name);
  }

  /** @throws TwimlError naming the first attribute that nobody has read */
  refuseRest(): void {
    for (const name of this.#left.keys())
      throw new TwimlError(
        NOT_SUPPORTED,
        `Local Twilio does not support the attribute ${name} of <${this.#name}>`,
      );
  }

  #allowed<Word extends string>(name: string, allowed: readonly Word[], value: string): Word {
    const found = allowed.find((word) => word === value);
    if (found === undefined) throw this.#invalid(name, value, `one of ${allowed.join(", ")}`);
    return found;
  }

  #invalid(name: string, value: string, expected: string): TwimlError {
    return new TwimlError(12200, `<${this.#name}> ${name}="${value}" is not ${expected}`);
  }
}
