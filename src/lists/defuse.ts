/**
 * What makes a spreadsheet take a cell for a formula, when it stands first.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const DEFUSED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Telephone numbers, several of them, and beginnings of them: no more than numbers to a spreadsheet. */
const HARMLESS = /^\+\d{1,15}(\*|(, \+\d{1,15})+)?$/;

/** A cell that no spreadsheet takes for a formula: an apostrophe is put before what could be one. */
export function defuse(cell: string): string {
  return FORMULA.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

/** The cell that was defused. */
export function undefuse(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
