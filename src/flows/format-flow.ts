/** A definition as the file that holds it: two spaces to a level, as Studio exports them, and a newline at the end. */
export function formatFlow(definition: unknown): string {
  return `${JSON.stringify(definition, null, 2)}\n`;
}
