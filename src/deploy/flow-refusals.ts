import type { AccountFailure } from "../account/account-failure";
import { isRecord, listIn } from "../flows/json";
import { statesOf } from "../flows/states";

/**
 * Why Studio refuses a definition, in sentences that name the widget: Twilio documents two shapes of `details`, and both
 * are read. Empty when the failure is another one.
 * @see https://www.twilio.com/docs/api/errors/81022
 */
export function flowRefusals(failure: AccountFailure, definition: unknown): string[] {
  const { cause } = failure;
  const details: unknown = isRecord(cause) ? cause.details : undefined;
  const errors = isRecord(details) ? details.errors : details;
  return listIn(errors).map((one) =>
    isRecord(one) ? `${placeOf(String(one.property_path), definition)}: ${String(one.message)}` : String(one),
  );
}

/** `#/states/3/properties/timeout` with the widget's name for its number, which counts from 0. */
function placeOf(path: string, definition: unknown): string {
  const [, at, rest = ""] = /^#\/states\/(\d+)(?:\/(?:properties\/)?(.*))?$/.exec(path) ?? [];
  const name = at === undefined ? undefined : statesOf(definition)[Number(at)]?.name;
  if (typeof name !== "string") return path.replace(/^#\//, "");
  return rest === "" ? name : `${name} ${rest.replaceAll("/", ".")}`;
}
