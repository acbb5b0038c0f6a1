import type { PhoneNumber } from "../account/phone-numbers";
import { outOfReach } from "./out-of-reach";
import type { Session } from "./question";

/** The account's numbers, or why Twilio could not be asked for them; neither while there is nobody to ask. */
export async function numbersOrDoubt(
  session: Session,
): Promise<{ readonly numbers?: readonly PhoneNumber[] | undefined; readonly doubt?: string }> {
  if (session.isOffline) return {};
  try {
    return { numbers: await session.numbers() };
  } catch (failure) {
    const doubt = outOfReach(failure);
    if (doubt === undefined) throw failure;
    return { doubt };
  }
}
