import type { Credentials, PaidProvider } from "../../reputation/provider";
import type { CallWiring } from "../wiring";

/** The credentials with which a provider is asked; undefined when they are not set. */
export function credentialsOf(wiring: CallWiring, account: PaidProvider["account"]): Credentials | undefined {
  if (account === "twilio") return wiring.accountCredentials();
  const username = wiring.environment("TELESIGN_CUSTOMER_ID");
  const password = wiring.environment("TELESIGN_API_KEY");
  return username === undefined || password === undefined ? undefined : { username, password };
}
