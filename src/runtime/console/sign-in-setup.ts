import { createHmac } from "node:crypto";
import { type Admin, SHORTEST_SECRET } from "../../policy/console";
import type { E164 } from "../../telephony/e164";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import type { ConsoleWiring } from "./console-wiring";
import type { VerifyGateway } from "./verify-gateway";

/** All that signing in needs. */
export interface SignInSetup {
  readonly secret: string;
  readonly admins: readonly Admin[];
  readonly verify: VerifyGateway;
}

/** What signing in needs; undefined when a part is missing: nobody can sign in then. */
export function signInSetup(wiring: ConsoleWiring): SignInSetup | undefined {
  const [secret, serviceSid] = [
    wiring.environment("CONSOLE_SECRET"),
    wiring.environment("VERIFY_SERVICE_SID"),
  ];
  const { admins } = wiring.policy();
  const isThere = secret !== undefined && secret.length >= SHORTEST_SECRET && serviceSid !== undefined;
  return isThere && admins.length > 0 ? { secret, admins, verify: wiring.verify(serviceSid) } : undefined;
}

/** What is answered in that case. It does not say which part is missing: anybody can ask. */
export function refuseWithoutSetup(): Reply {
  const message = "Signing in is not set up here. The owner finds out what is missing with npm run doctor.";
  return refusal("not-set-up", message);
}

/** Stands for a telephone in tokens and in Sync, where anybody's number would otherwise be left behind. */
export function whoIs(secret: string, phone: E164): string {
  return createHmac("sha256", secret)
    .update(`console administrator ${phone}`)
    .digest("base64url")
    .slice(0, 16);
}
