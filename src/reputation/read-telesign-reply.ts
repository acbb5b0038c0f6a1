import { nonsense, objectIn, scored } from "./finding";
import type { Finding } from "./provider";

/**
 * 300 "Transaction successfully completed", 301 "partially completed": the code in the reply counts, TeleSign says, and not
 * the HTTP status.
 */
const SUCCESSES: readonly unknown[] = [300, 301];

/**
 * Reads what Score and the Intelligence Cloud answer alike: `risk.score` from 0 to 1000, the riskiest, and `risk.level`.
 * @see https://developer.telesign.com/enterprise/reference/submitphonenumberforintelligencecloud
 */
export function readTelesignReply(reply: Readonly<Record<string, unknown>>): Finding {
  const { code } = objectIn(reply, "status");
  if (typeof code !== "number") return nonsense("TeleSign");
  if (!SUCCESSES.includes(code)) return { kind: "unknown", why: `TeleSign found nothing (status ${code})` };
  const { score, level } = objectIn(reply, "risk");
  return scored(score, level) ?? nonsense("TeleSign");
}
