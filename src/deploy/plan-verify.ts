import { create, leave, type Planner } from "./plan";
import { SERVICE_NAME } from "./project";

/** The Verify Service by which administrators sign in to the web console, once there are any. */
export const planVerify: Planner = ({ project, observed: { verifyServiceSid } }) => {
  const kind = "Verify Service";
  const isNeeded = project.admins.length > 0;
  if (verifyServiceSid === undefined)
    return isNeeded ? [create(kind, SERVICE_NAME, { do: "createVerifyService" })] : [];
  return [leave(kind, SERVICE_NAME, ...(isNeeded ? [] : ["nobody is to sign in any more"]))];
};
