import { answer } from "../route";
import type { Product } from "../wire";
import { executionRoutes } from "./executions";
import { flowRoutes } from "./flows";
import { revisionRoutes } from "./revisions";
import { stepRoutes } from "./steps";
import type { RefusalDetails, StudioApiWorld } from "./studio-world";

/** Studio's REST API: the flows that calls run, what was saved of them, and their executions. */
export function createStudioApi({
  refusalDetails = "object",
  ...world
}: Omit<StudioApiWorld, "refusalDetails"> & {
  readonly refusalDetails?: RefusalDetails | undefined;
}): Product {
  const whole: StudioApiWorld = { ...world, refusalDetails };
  const routes = [
    ...flowRoutes(whole),
    ...revisionRoutes(whole),
    ...executionRoutes(whole),
    ...stepRoutes(whole),
  ];
  return { host: "studio.twilio.com", handle: (request) => answer(routes, request) };
}
