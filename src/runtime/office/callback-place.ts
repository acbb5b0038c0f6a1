import { claimCallback } from "../../policy/office/callback-attempt";
import { refuseCallback } from "../../policy/office/callback-number";
import { busyDepartments, dueCallbacks, type QueuedCallback } from "../../policy/office/callback-queue";
import { departmentOf } from "../../policy/office/department-of";
import { type AtTheDoor, isOpen } from "../../policy/office/is-open";
import type { Department } from "../../policy/office/office";
import { changeCallback } from "../../store/callbacks";
import { readOfficeState } from "../../store/office-items";
import { describeFailure } from "../log";
import { lineOf } from "../parties";
import type { CallWiring } from "../wiring";
import { ringDepartment, secretOf } from "./callback-ring";

/** What became of a call-back that was due. `failed`: it was tried often enough. `skipped`, `refused`: `detail` says why. */
export interface Placing extends QueuedCallback {
  readonly outcome: "placed" | "refused" | "failed" | "skipped";
  /** The telephone that rings, or why none does. */
  readonly detail: string;
}

/** What to place: of this queue, at most so many for each department, or for one department only. */
export interface PlacingOrder {
  readonly queue: readonly QueuedCallback[];
  readonly most: number;
  readonly department?: string;
}

/**
 * Places what is due: rings a telephone of each department that is open and not busy with a call-back. One that another
 * process has just claimed is left to it, without a word.
 * @throws SyncUnavailable when Sync gives no usable answer, Error when LINK_SECRET is not set
 */
export async function placeCallbacks(wiring: CallWiring, order: PlacingOrder): Promise<Placing[]> {
  secretOf(wiring);
  const now = wiring.now();
  const due = dueCallbacks(order.queue, now).filter(
    ({ callback }) => order.department === undefined || callback.department === order.department,
  );
  if (due.length === 0) return [];
  const door = await doorOf(wiring);
  const left = new Map<string, number>();
  for (const department of busyDepartments(order.queue, now)) left.set(department, 0);
  const placings: Placing[] = [];
  for (const queued of due) {
    const { department } = queued.callback;
    const turns = left.get(department) ?? order.most;
    if (turns <= 0) continue;
    const placing = await place(wiring, queued, door);
    if (placing?.outcome === "placed") left.set(department, turns - 1);
    if (placing !== undefined) placings.push(placing);
  }
  return placings;
}

/** What of the door is the same for every department. */
type Door = Omit<AtTheDoor, "id">;

/** A switch that cannot be read leaves the hours to decide. */
async function doorOf(wiring: CallWiring): Promise<Door> {
  const { timezone } = wiring.policy();
  const door = { now: wiring.now().getTime(), timezone };
  try {
    return { ...door, state: await readOfficeState(wiring.sync(), timezone) };
  } catch (failure) {
    wiring.log("office-state-unreadable", describeFailure(failure));
    return { ...door, state: { mode: "auto", departments: {} } };
  }
}

async function place(wiring: CallWiring, queued: QueuedCallback, door: Door): Promise<Placing | undefined> {
  const department = departmentFor(wiring, queued, door);
  if (typeof department === "string") return { ...queued, outcome: "skipped", detail: department };
  const { number } = queued;
  const now = wiring.now();
  const { outcome, after } = await changeCallback(
    { sync: wiring.sync(), random: () => wiring.random(), now },
    number,
    (current) => current && claimCallback(current, now),
  );
  if (outcome !== "written" || after === undefined) return undefined;
  if (after.state !== "calling")
    return { number, callback: after, outcome: "failed", detail: after.note ?? "" };
  const { isPlaced, detail } = await ringDepartment(wiring, { number, callback: after }, department);
  return { number, callback: after, outcome: isPlaced ? "placed" : "refused", detail };
}

/** The department that a call-back may ring now; else why not. */
function departmentFor(
  wiring: CallWiring,
  { number, callback }: QueuedCallback,
  door: Door,
): Department | string {
  const policy = wiring.policy();
  const id = callback.department;
  const department = departmentOf(policy.office, id);
  const line = lineOf(policy, callback.line);
  if (department === undefined || department.phones.length === 0)
    return `the policy has no department ${id} with a telephone`;
  if (line === undefined) return `${callback.line} is no line of the policy`;
  if (!isOpen(department, { id, ...door })) return `${id} is closed`;
  return refuseCallback(policy, line, number) ?? department;
}
