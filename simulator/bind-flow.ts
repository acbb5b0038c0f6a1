/** What URLs in a flow file begin with, such as `https://gatehouse.example`, and what they begin with here. */
export interface FlowTargets {
  readonly baseUrl: string;
  readonly domainUrl: string;
}

/**
 * A flow whose URLs lead to the hosted Functions; the definition itself is left as it is. The zero SIDs beside the
 * URLs of Run Function stay: they only tell Studio's editor which Function to show.
 * @see https://www.twilio.com/docs/studio/widget-library/run-function
 */
export function bindFlow(definition: unknown, targets: FlowTargets): unknown {
  if (typeof definition === "string") return bindText(definition, targets);
  if (Array.isArray(definition)) return definition.map((value) => bindFlow(value, targets));
  if (typeof definition !== "object" || definition === null) return definition;
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [key, bindFlow(value, targets)]),
  );
}

function bindText(text: string, { baseUrl, domainUrl }: FlowTargets): string {
  const isOurs = text === baseUrl || text.startsWith(`${baseUrl}/`);
  return isOurs ? domainUrl + text.slice(baseUrl.length) : text;
}
