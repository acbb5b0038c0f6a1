/** Variables as lines that a shell (`set -a; . FILE`) and dotenv read alike: quoted only where a shell needs it. */
export function renderEnvironment(environment: Readonly<Record<string, string>>): string {
  return Object.entries(environment)
    .map(([name, value]) => `${name}=${/^[\w./:=@-]*$/.test(value) ? value : `'${value}'`}\n`)
    .join("");
}
