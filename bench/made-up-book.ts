/** A contact of every book, from the fictional range. */
export const FRIEND = "+12125550150";

/**
 * As many numbers as wanted that nobody has: no North American area code begins with 0, and the country code 999 is
 * not assigned. They are spread as unevenly as chance has it, on both sides of the friend's.
 */
function numbers(count: number): string[] {
  let seed = 42;
  // Numerical Recipes' generator: every 32-bit value once before any comes again.
  const draw = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed;
  };
  const made = new Set([FRIEND]);
  while (made.size < count) made.add((draw() > 2 ** 31 ? "+999" : "+10") + String(draw()).padStart(10, "0"));
  return [...made].sort();
}

/** A compiled number index of `count` contacts, as the build makes it. */
export function madeUpIndex(count: number): string {
  return numbers(count)
    .map((number, index) => `${number}\tContact ${index}\n`)
    .join("");
}

/** The same contacts as the strictest vCard 4.0, which needs no repair before parsing. */
export function madeUpCards(count: number): string {
  return numbers(count)
    .map((number, index) =>
      [
        "BEGIN:VCARD",
        "VERSION:4.0",
        `FN:Contact ${index}`,
        `TEL;VALUE=uri:tel:${number}`,
        "END:VCARD",
        "",
      ].join("\r\n"),
    )
    .join("");
}
