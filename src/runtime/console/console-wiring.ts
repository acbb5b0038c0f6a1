import { setTimeout as delay } from "node:timers/promises";
import type { ConsolePolicy } from "../../policy/console";
import { readAsset } from "../read-asset";
import { type CallWiring, type FunctionContext, wireCall } from "../wiring";
import { openVerify, type VerifyGateway } from "./verify-gateway";

/** What the handlers of the console's Functions see of the world. Neither calls nor contacts are part of it. */
export interface ConsoleWiring
  extends Pick<CallWiring, "now" | "random" | "environment" | "domainName" | "assetPath" | "sync" | "log"> {
  policy(): ConsolePolicy;
  verify(serviceSid: string): VerifyGateway;
  /** A page as it was built. @throws Error when the Build lacks it */
  page(name: string): string;
  /** Waits so many real milliseconds. */
  rest(ms: number): Promise<void>;
}

/** The longest that one request to Twilio may take, in real milliseconds. */
const REQUEST_MS = 1500;

/** Connects a Function of the console to Twilio, its private Assets, the clock and chance. */
export function wireConsole(context: FunctionContext): ConsoleWiring {
  const { now, random, environment, domainName, assetPath, sync, log } = wireCall(context);
  return {
    ...{ now, random, environment, domainName, assetPath, sync, log },
    policy: () => readAsset("/console.json", parsePolicy),
    verify: (serviceSid) => openVerify(context.getTwilioClient({ timeout: REQUEST_MS }), serviceSid),
    page: (name) => readAsset(`/pages/${name}.html`, (text) => text),
    rest: (ms) => delay(ms),
  };
}

/** The build wrote this Asset from a policy that was checked then. */
function parsePolicy(text: string): ConsolePolicy {
  const policy: ConsolePolicy = JSON.parse(text);
  return policy;
}
