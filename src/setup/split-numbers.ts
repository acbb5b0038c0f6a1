/** The numbers of a list with commas, semicolons or line ends between them. */
export function splitNumbers(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
