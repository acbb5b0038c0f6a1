/** A number with its unit, and what it is the number of. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly of: string;
}

/** One line of the bench: a figure beside what it is compared with, both measured in this run. */
export interface Row {
  readonly figure: string;
  readonly measured: Quantity;
  readonly against: Quantity;
  /** How many times better than what it is compared with; below 1 is worse. */
  readonly ratio: number;
  readonly reach: string;
  readonly reached: boolean;
}

/** Lower is better for all but rates. */
export function timesLess(measured: Quantity, against: Quantity): number {
  return measured.value === 0 ? Number.POSITIVE_INFINITY : against.value / measured.value;
}

/** The row as a few lines of text. */
export function describeRow({ figure, measured, against, ratio, reach, reached }: Row): string {
  return [
    `${reached ? "reached    " : "NOT REACHED"}  ${figure}`,
    `             measured  ${describeQuantity(measured)}`,
    `             against   ${describeQuantity(against)}  (${describeRatio(ratio)})`,
    `             reach     ${reach}`,
  ].join("\n");
}

function describeQuantity({ value, unit, of }: Quantity): string {
  return `${describeNumber(value)} ${unit}: ${of}`;
}

function describeRatio(ratio: number): string {
  return Number.isFinite(ratio) ? `ratio ${describeNumber(ratio)}` : "no cost at all";
}

function describeNumber(value: number): string {
  return Number.isInteger(value) || value >= 1000 ? value.toFixed(0) : value.toPrecision(3);
}
