import { randomBytes } from "node:crypto";
import type { LocalTwilio } from "../local-twilio/local-twilio";
import type { FunctionLog } from "../local-twilio/serverless/surroundings";
import type { Admin } from "../src/policy/console";
import type { ConsoleFolders } from "./workshop";

/** A code that was sent to an administrator's telephone, and lets the administrator in. */
export interface SignInCode extends Admin {
  readonly code: string;
}

/** The web console, served as Twilio would. */
export interface WebConsole {
  readonly url: string;
  /** Whether there is a page on which anybody can look a number up. */
  readonly hasPage: boolean;
  /** The codes that were sent and can still be used: on Twilio only whoever has the telephone knows. */
  codes(): readonly SignInCode[];
}

/** What a web console is made of. */
export interface WebConsoleParts extends ConsoleFolders {
  readonly syncServiceSid: string;
  readonly port: number;
  readonly log: (line: FunctionLog) => void;
}

/** Hosts the web console beside what takes calls. @throws the listening error when the port is busy */
export async function openWebConsole(
  local: LocalTwilio,
  { functionsDir, assetsDir, policy, ...parts }: WebConsoleParts,
): Promise<WebConsole> {
  const { syncServiceSid, port, log } = parts;
  const verifyServiceSid = await createVerifyService(local);
  const environment = {
    SYNC_SERVICE_SID: syncServiceSid,
    VERIFY_SERVICE_SID: verifyServiceSid,
    CONSOLE_SECRET: randomBytes(32).toString("hex"),
  };
  const host = await local.hostService({ functionsDir, assetsDir, environment, port, log });
  const { admins, vanity } = policy;
  return {
    url: `http://${host.domainName}`,
    hasPage: vanity.page,
    codes: () =>
      admins.flatMap((admin) => {
        const code = local.verify.codeFor(verifyServiceSid, admin.phone);
        return code === undefined ? [] : [{ ...admin, code }];
      }),
  };
}

/** As deploy makes it. */
async function createVerifyService({ account: { sid, authToken } }: LocalTwilio): Promise<string> {
  const { default: twilio } = await import("twilio");
  const service = await twilio(sid, authToken).verify.v2.services.create({ friendlyName: "gatehouse" });
  return service.sid;
}
