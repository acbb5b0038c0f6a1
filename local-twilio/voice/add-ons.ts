import type { AddOnFailure, AddOnName, AddOnResults, Reputation } from "../reputation";
import type { SidPrefix } from "../sids";

/** What a caller is whom nobody has scripted. */
const HARMLESS = {
  nomorobo_spamscore: { score: 0 },
  marchex_cleancall: { recommendation: "PASS" },
  icehook_scout: { risk_level: 0 },
} as const satisfies AddOnResults;

/** The words of Scout's levels: 94 is highly_likely on its page, 47 possible elsewhere; the borders are a guess. */
const RISK_RATINGS = ["highly_unlikely", "unlikely", "possible", "likely", "highly_likely"] as const;

/**
 * The `AddOns` parameter of an incoming call, JSON text: what each installed add-on says of the caller, one that failed
 * included, in an envelope that succeeded. Undefined when none is installed.
 * @see https://www.twilio.com/docs/add-ons/how-to-use
 */
export function renderAddOns(
  { addOns, installed }: Reputation,
  caller: string,
  sids: (prefix: SidPrefix) => string,
): string | undefined {
  const scripted = [...addOns.values()].flatMap((results) => Object.keys(results));
  const names = NAMES.filter((name) => installed.has(name) || scripted.includes(name));
  if (names.length === 0) return undefined;
  const results = names.map((name) => {
    const result = addOns.get(caller)?.[name] ?? HARMLESS[name];
    return [name, { request_sid: sids("XR"), ...entryOf(name, result, caller) }];
  });
  const envelope = { status: "successful", message: null, code: null };
  return JSON.stringify({ ...envelope, results: Object.fromEntries(results) });
}

const NAMES: readonly AddOnName[] = ["nomorobo_spamscore", "marchex_cleancall", "icehook_scout"];

type Result = NonNullable<AddOnResults[AddOnName]>;

function entryOf(name: AddOnName, result: Result, caller: string) {
  if (isFailure(result)) return { status: "failed", ...result, result: {} };
  return { status: "successful", message: null, code: null, result: resultOf(name, result, caller) };
}

/** Each provider has a shape of its own; Nomorobo's and Marchex's are in Twilio's guides, Scout's is on scout.tel. */
function resultOf(name: AddOnName, result: Exclude<Result, AddOnFailure>, caller: string): unknown {
  switch (name) {
    case "nomorobo_spamscore":
      return { status: "success", message: "success", ...result };
    case "marchex_cleancall":
      return { result: { ...cleanCall(result), ...result } };
    case "icehook_scout":
      return { dialcode_e164: caller, ...scout(result), ...result };
  }
}

function cleanCall(result: object) {
  const isBlocked = "recommendation" in result && result.recommendation === "BLOCK";
  return { reason: isBlocked ? "SpamCall" : "CleanCall" };
}

function scout(result: object) {
  const level = "risk_level" in result ? Number(result.risk_level) : 0;
  const risk_rating = RISK_RATINGS[Math.min(4, Math.max(0, Math.floor(level / 20)))];
  return { risk_rating, line_type: null, ported: null, dialcode_invalid: false, dialcode_impossible: false };
}

function isFailure(result: Result): result is AddOnFailure {
  return "code" in result && "message" in result;
}
