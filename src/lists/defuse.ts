/**
 * What makes a spreadsheet take a cell for a formula, when it stands first.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Telephone numbers and beginnings of them: the worst that comes of them is a sum. */
const HARMLESS = /^\+\d[\d ,+]*\*?$/;

/** A cell that no spreadsheet takes for a formula: an apostrophe is put before what could be one. */
export function defuse(cell: string): string {
  return FORMULA.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

/** The cell that was defused. */
export function undefuse(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
