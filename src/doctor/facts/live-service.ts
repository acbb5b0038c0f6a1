import type { Environment, Variable } from "../../account/serverless-services";
import {
  findService,
  listContents,
  listEnvironments,
  listVariables,
} from "../../account/serverless-services";
import { type Deployment, readDeployment } from "../../deploy/deployment";
import { ENVIRONMENT_NAME, SERVICE_NAME } from "../../deploy/project";
import { type FactSource, gathering } from "../fact-source";
import { CannotGather } from "../missing-facts";

const NOT_DEPLOYED = "nothing is deployed";
const DEPLOY = "npm run deploy";

/** What deploy keeps of itself in the account. */
export const deploymentSource: FactSource<Deployment> = gathering({
  lacking: "what deploy keeps in the account cannot be read",
  needs: ["account"],
  seconds: 30,
  gather: async ({ account }) => (await readDeployment(account)).deployment,
});

/** Our Service on Twilio, where calls run. */
export interface LiveService {
  readonly sid: string;
  readonly environment: Environment;
  readonly buildSid: string;
  /** SIDs of the Functions by path. */
  readonly functionSids: Readonly<Record<string, string>>;
}

export const liveServiceSource: FactSource<LiveService> = gathering({
  lacking: NOT_DEPLOYED,
  needs: ["account"],
  seconds: 30,
  gather: async ({ account }) => {
    const service = await findService(account, SERVICE_NAME);
    if (service === undefined) throw new CannotGather(`${NOT_DEPLOYED} to this account`, DEPLOY);
    const environments = await listEnvironments(account, service.sid);
    const environment = environments.find(({ uniqueName }) => uniqueName === ENVIRONMENT_NAME);
    const buildSid = environment?.buildSid;
    if (environment === undefined || buildSid === undefined)
      throw new CannotGather(`${NOT_DEPLOYED}: the Service ${SERVICE_NAME} runs no build yet`, DEPLOY);
    const functions = await listContents(account, service.sid, "functions");
    const functionSids = Object.fromEntries(functions.map((one) => [one.friendlyName, one.sid]));
    return { sid: service.sid, environment, buildSid, functionSids };
  },
});

/** The Service's variables. Their values never leave the judges. */
export const liveVariablesSource: FactSource<readonly Variable[]> = gathering({
  lacking: "the Service's variables cannot be read",
  needs: ["account", "liveService"],
  seconds: 30,
  gather: ({ account, liveService: { sid, environment } }) => listVariables(account, sid, environment.sid),
});
