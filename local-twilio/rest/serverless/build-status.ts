import { BUILD_MS, BUILDING_REPLIES } from "./serverless-limits";
import type { BuildRow } from "./serverless-rows";
import type { ServerlessWorld } from "./serverless-world";

/** How far a build is: `building` for a while, whoever waits for it. */
export function buildStatus(
  { clock }: Pick<ServerlessWorld, "clock">,
  { dateCreated, timesAsked, outcome }: BuildRow,
): "building" | "completed" | "failed" {
  const isDone = timesAsked >= BUILDING_REPLIES || clock.now() - dateCreated >= BUILD_MS;
  return isDone ? outcome : "building";
}
