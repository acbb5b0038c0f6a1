/** The longest cell that is shown in full. */
const WIDEST = 60;

/** Rows below their headings, each column as wide as its widest cell. */
export function renderTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows].map((row) => row.map(oneLine));
  const widths = headings.map((_, index) => Math.max(...lines.map((row) => row[index]?.length ?? 0)));
  return lines
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Terminals obey control characters, and callers choose some of what is shown here. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");

/** A text that fits a cell. */
export function oneLine(text: string): string {
  const plain = printable(text);
  return plain.length > WIDEST ? `${plain.slice(0, WIDEST - 1)}…` : plain;
}
