import type { Policy } from "../line";
import type { CallPlan } from "./call-plan";
import { departmentOf } from "./department-of";
import { isOpen } from "./is-open";
import type { Department } from "./office";
import type { OfficeState } from "./office-state";

/** What rings for a call, and how. */
export type RingTarget = Pick<
  Department,
  "phones" | "order" | "ringSeconds" | "hours" | "whispers" | "callerId"
>;

/** As long as a person's telephone rings for a known caller, and a little longer, since it is picked up to be asked. */
const ANNOUNCED_RING_SECONDS = 25;

/** What a plan rings; undefined when its department is not in the policy, which may have been deployed anew meanwhile. */
export function ringTargetOf({ office }: Pick<Policy, "office">, plan: CallPlan): RingTarget | undefined {
  if (plan.kind === "department") return departmentOf(office, plan.department);
  return {
    phones: [plan.to],
    order: "atOnce",
    ringSeconds: ANNOUNCED_RING_SECONDS,
    hours: undefined,
    whispers: true,
    callerId: "caller",
  };
}

/** Whether a plan's telephones may ring now. The office's switch is for its departments only. */
export function mayRing(
  plan: CallPlan,
  target: RingTarget,
  when: { readonly state: OfficeState; readonly now: number; readonly timezone: string },
): boolean {
  return plan.kind !== "department" || isOpen(target, { id: plan.department, ...when });
}
