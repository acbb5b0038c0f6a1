/** What a scenario expects, without the fields that it does not name. */
export function withoutUndefined(expected: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
}
