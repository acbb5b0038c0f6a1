import { parsePinHash } from "../../policy/home/owner-pin";
import type { RuleName } from "../../policy/line";
import { check } from "../check";
import { complaintsOr, failure, ok, warning } from "../finding";

const NEW_PIN = "npm run pin, then npm run deploy";

/**
 * What the owner's options need: whom to recognise, and a PIN that nobody else has. Its hash is never said. The rule `owner`
 * asks for it; in an office's menu the owner may press star, where there is one.
 */
export const ownerPinCheck = check({
  name: "owner-pin",
  title: "Owner's PIN",
  needs: ["policy", "liveVariables"],
  judge: ({ policy: { policy }, liveVariables }) => {
    const isNamed = (rule: RuleName) => Object.values(policy.lines).some(({ rules }) => rules.includes(rule));
    const hash = liveVariables.find(({ key }) => key === "OWNER_PIN_HASH")?.value;
    const isMissing = hash === undefined || hash === "";
    if (!isNamed("owner") && (isMissing || !isNamed("menu"))) return [ok("no line asks for one")];
    const isSpoilt = !isMissing && parsePinHash(hash) === undefined;
    return complaintsOr("there is one, and a number to ask it of", [
      ...(policy.owner.phone === undefined
        ? [
            warning(
              "the policy has no owner.phone, so nobody is asked for it",
              "Set owner.phone in the policy",
            ),
          ]
        : []),
      ...(isMissing
        ? [warning("OWNER_PIN_HASH is not set, so the owner has no options by phone", NEW_PIN)]
        : []),
      ...(isSpoilt ? [failure("OWNER_PIN_HASH is no hash of ours, so no PIN is ever right", NEW_PIN)] : []),
    ]);
  },
});
