import { parseEnv } from "node:util";

/** Which lines dotenv 6.2 reads, the version in Twilio's own tools. @see node_modules/dotenv/lib/main.js */
const LINE = /^\s*([\w.-]+)\s*=\s*(.*)?\s*$/;

/** The variables of a `.env` as Twilio's own tools read them: one a line, the last of a name counts. */
export function readVariables(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split("\n").flatMap((line) => {
      const [, name, value = ""] = LINE.exec(line) ?? [];
      return name === undefined ? [] : [[name, unquoted(value)] as const];
    }),
  );
}

function unquoted(value: string): string {
  const isQuoted = /^"(.*")?$/.test(value);
  return (isQuoted ? value.replace(/\\n/g, "\n") : value).replace(/(^['"]|['"]$)/g, "").trim();
}

/** Why a value cannot stand in `.env`; undefined when it can. Secrets are not repeated. */
export function refuseValue(value: string): string | undefined {
  if (/[\r\n\u2028\u2029]/.test(value)) return "it must be a single line: .env has no others";
  if (written(value) !== undefined) return undefined;
  return "no way of writing it into .env is read alike by Twilio's tools and by Node: leave out spaces at its ends, and quotes or \\n beside a #";
}

/**
 * A `.env` with one variable set. Every other line stays as it is; a variable that is not there yet is added at the end,
 * below its description.
 * @throws RangeError for what `refuseValue` refuses
 */
export function setVariable(
  text: string,
  name: string,
  { value, description }: { readonly value: string; readonly description: string },
): string {
  const form = written(value);
  if (form === undefined) throw new RangeError(`Cannot write ${name} into .env: ${refuseValue(value)}`);
  const lines = text.split("\n");
  const at = lines.map((line) => LINE.exec(line)?.[1]).lastIndexOf(name);
  const old = lines[at];
  if (old === undefined) return appended(text, [`# ${description}`, `${name}=${form}`]);
  lines[at] = `${name}=${form}${old.endsWith("\r") ? "\r" : ""}`;
  return lines.join("\n");
}

function appended(text: string, lines: readonly string[]): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = text === "" ? "" : text.endsWith("\n") ? end : end + end;
  return `${text}${gap}${lines.map((line) => `${line}${end}`).join("")}`;
}

/** The value as it stands behind the `=`: bare, or in the quotes that make it read as it is. */
function written(value: string): string | undefined {
  return [value, `"${value}"`, `'${value}'`].find((form) => readsAs(`X=${form}`, "X", value));
}

/** Whether Twilio's tools and Node, whose reading our commands use, both find this value. */
export function readsAs(text: string, name: string, value: string): boolean {
  return readVariables(text).get(name) === value && parseEnv(text)[name] === value;
}
