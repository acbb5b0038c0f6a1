import type { Variable } from "../../account/serverless-services";
import { listVerifyServices } from "../../account/verify-services";
import { consolePages } from "../../deploy/console-pages";
import { observeService } from "../../deploy/observe";
import { type FactSource, gathering } from "../fact-source";
import { type ProbeAnswer, probe } from "./probes";

/** The web console as it is on Twilio. Everything is undefined, or empty, while there is none. */
export interface WebConsole {
  readonly domainName: string | undefined;
  readonly buildSid: string | undefined;
  readonly variables: readonly Variable[];
  /** How its pages answer anybody, by their paths. */
  readonly pages: Readonly<Record<string, ProbeAnswer>>;
  /** How what only administrators may see answers a stranger. */
  readonly closed: ProbeAnswer | undefined;
  /** SIDs of the account's Verify Services, when anybody may sign in. */
  readonly verifyServices: readonly string[];
}

/** It gives out what numbers were looked up: to administrators. Asking it changes nothing. */
export const CLOSED_PATH = "/api/lookups";

const NONE: WebConsole = {
  ...{ domainName: undefined, buildSid: undefined, variables: [], pages: {}, closed: undefined },
  verifyServices: [],
};

export const webConsoleSource: FactSource<WebConsole> = gathering({
  lacking: "the web console cannot be read",
  needs: ["account", "policy", "deployment"],
  seconds: 45,
  gather: async ({ account, policy: { policy }, deployment }) => {
    const isWanted = policy.has.console || deployment.console !== undefined;
    const service = isWanted ? await observeService(account, "console") : undefined;
    const { domainName, buildSid } = service?.environment ?? {};
    if (service === undefined || domainName === undefined || buildSid === undefined) return NONE;
    const ask = (path: string) => probe(`https://${domainName}${path}`, {});
    const pages = consolePages(policy).map(async (path) => [path, await ask(path)] as const);
    const closed = ask(CLOSED_PATH);
    const verify = policy.admins.length === 0 ? [] : await listVerifyServices(account);
    return {
      ...{ domainName, buildSid, variables: service.variables },
      pages: Object.fromEntries(await Promise.all(pages)),
      closed: await closed,
      verifyServices: verify.map(({ sid }) => sid),
    };
  },
});
