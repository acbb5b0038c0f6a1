import type { BuiltFunction } from "./build-functions";

/** The report of built Functions: how many, then a line each. @param title what they are */
export function formatFunctions(title: string, files: readonly BuiltFunction[]): string[] {
  return [
    `${title}: ${files.length}`,
    ...files.map(({ path, access, bytes }) => `  ${path}  ${access}, ${kilobytes(bytes)}`),
  ];
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}
