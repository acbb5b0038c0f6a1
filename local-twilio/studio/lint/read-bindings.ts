import { isRecord } from "../json";
import type { FlowBindings } from "./flow-bindings";

/**
 * Reads bindings.json: one entry per flow, by the name of its file without `.json`. Members it does not know are for
 * deploying and pass.
 * @throws TypeError or SyntaxError saying which entry is wrong.
 */
export function readBindings(text: string): ReadonlyMap<string, FlowBindings> {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) throw new TypeError("Cannot read bindings: a JSON object of flows is expected");
  return new Map(
    Object.entries(value)
      .filter(([name]) => !name.startsWith("$"))
      .map(([name, entry]) => [name, readEntry(name, entry)]),
  );
}

function readEntry(name: string, entry: unknown): FlowBindings {
  const { baseUrl, ends = [], attach }: Readonly<Record<string, unknown>> = isRecord(entry) ? entry : {};
  const listed: readonly unknown[] = Array.isArray(ends) ? ends : [undefined];
  if (!isRecord(entry) || (baseUrl !== undefined && !(typeof baseUrl === "string" && URL.canParse(baseUrl))))
    throw new TypeError(`Cannot read bindings: ${name} needs an object with a baseUrl that is a URL`);
  const texts = listed.filter((end) => typeof end === "string");
  if (texts.length < listed.length || texts.some((end) => !end.includes(".")))
    throw new TypeError(`Cannot read bindings: ends of ${name} is a list of "widget.event"`);
  return {
    ends: texts,
    ...(typeof baseUrl === "string" ? { baseUrl } : {}),
    ...(attach === "numbers" || attach === "sipDomain" ? { attach } : {}),
  };
}
