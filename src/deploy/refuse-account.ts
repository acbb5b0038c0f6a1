import type { Observed } from "./observed";
import type { Project } from "./project";
import type { Refusal } from "./refusal";
import { refuseForwardLoops } from "./refuse-lines";

/** Every reason not to deploy that lies in the account, but for edits of flows. */
export function refuseAccount({ lines }: Project, { profile, numbers, sync }: Observed): Refusal[] {
  const isActive = profile.status === "active";
  const missing = lines.filter(({ number }) => !numbers.some((one) => one.number === number));
  const inactive: Refusal = {
    why: `the account is ${profile.status}`,
    fix: "see the Twilio console: calls need an active account",
  };
  return [
    ...(isActive ? [] : [inactive]),
    ...missing.map(({ number }) => ({
      why: `the policy's line ${number} is not a number of this account (it has ${numbers.length})`,
      fix: "correct the policy, or buy the number in the Twilio console",
    })),
    ...refuseForwardLoops(lines, sync?.forwards ?? []),
  ];
}
