import { nonsense, objectIn, scored } from "./finding";
import { scoreOfLine } from "./line-evidence";
import type { Finding } from "./provider";

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads a Lookup v2 resource. A package that failed is an object with an `error_code` in an answer that is 200 all the same: it says
 * nothing. Nor does `valid: false`, since such tables lag behind the networks.
 * @see https://www.twilio.com/docs/lookup/v2-api#response-properties
 */
export function readLookupReply(reply: Data): Finding {
  const type = wordIn(reply, "line_type_intelligence", "type");
  const status = wordIn(reply, "line_status", "status");
  if (typeof reply.valid !== "boolean" || type === null || status === null) return nonsense("Twilio Lookup");
  const level = [type, status].filter((word) => word !== undefined).join(", ");
  return (
    scored(scoreOfLine({ type, status }), level) ?? {
      kind: "unknown",
      why: "Twilio Lookup knows nothing of the line",
    }
  );
}

/** The word that a package found; undefined when it found none, null when what is there is no such package. */
function wordIn(reply: Data, name: string, field: string): string | undefined | null {
  const found = reply[name] ?? undefined;
  if (found === undefined) return undefined;
  const { error_code: errorCode, [field]: word } = objectIn(reply, name);
  if (typeof errorCode === "number" || word === null) return undefined;
  return typeof word === "string" ? word : null;
}
