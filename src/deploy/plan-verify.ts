import { create, leave, type Planner } from "./plan";
import { SERVICE_NAME } from "./project";

/** The Verify Service by which administrators sign in to the console, once the policy has one. */
export const planVerify: Planner = ({ project, observed: { verifyServiceSid } }) => {
  if (verifyServiceSid !== undefined) return [leave("Verify Service", SERVICE_NAME)];
  return project.has.console ? [create("Verify Service", SERVICE_NAME, { do: "createVerifyService" })] : [];
};
