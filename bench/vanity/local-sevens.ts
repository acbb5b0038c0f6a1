/** How many last sevens North America's numbers can have. */
export const LOCAL_SEVENS = 7_920_000;

/**
 * Exchanges begin with 2 to 9, and do not end in 11.
 * @see https://www.nanpa.com/numbering/central-office-codes
 */
const EXCHANGES = Array.from({ length: 800 }, (_, index) => String(index + 200)).filter(
  (exchange) => !exchange.endsWith("11"),
);

/** The seven digits at a place from 0 to {@link LOCAL_SEVENS} - 1, in the order of numbers. */
export function localSeven(place: number): string {
  const exchange = EXCHANGES[Math.floor(place / 10_000)] ?? "";
  return exchange + String(place % 10_000).padStart(4, "0");
}
