import { type Route, route } from "../route";
import type { WireRequest } from "../wire";
import { buildStatus } from "./build-status";
import { deployBuild } from "./deploy-build";
import { findBuild, findEnvironment, present } from "./find-serverless";
import { formatDeployment, urlOfEnvironment } from "./format-serverless";
import { newestFirst } from "./list-serverless";
import { invalid } from "./serverless-errors";
import type { BuildRow, DeploymentRow, EnvironmentRow, ServiceRow } from "./serverless-rows";
import { type ServerlessWorld, stamp } from "./serverless-world";

const LIST = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Deployments";
const ONE = "/v1/Services/{ServiceSid}/Environments/{EnvironmentSid}/Deployments/{Sid}";

/**
 * The operations on Deployments. One without a build takes the Environment off the net.
 * @see https://www.twilio.com/docs/serverless/api/resource/deployment
 */
export function deploymentRoutes(world: ServerlessWorld): readonly Route[] {
  return [
    route("GET", LIST, ({ ServiceSid, EnvironmentSid }, request) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      return newestFirst(request, {
        key: "deployments",
        url: `${urlOfEnvironment(service, environment)}/Deployments`,
        rows: environment.deployments,
        format: (deployment) => formatDeployment(world, { service, environment }, deployment),
      });
    }),
    route("POST", LIST, ({ ServiceSid, EnvironmentSid }, request) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const build = readBuild(world, service, request);
      const deployment = { ...stamp(world, "ZD"), buildSid: build?.sid };
      if (build === undefined) world.deployed.undeploy(environment.domainName);
      else deployBuild(world, { service, environment, deployment, build });
      record(service, environment, deployment);
      return { status: 201, body: formatDeployment(world, { service, environment }, deployment) };
    }),
    route("GET", ONE, ({ ServiceSid, EnvironmentSid, Sid }) => {
      const { service, environment } = findEnvironment(world, ServiceSid, EnvironmentSid);
      const deployment = environment.deployments.find(({ sid }) => sid === Sid);
      const found = present(deployment, `${urlOfEnvironment(service, environment)}/Deployments/${Sid}`);
      return { status: 200, body: formatDeployment(world, { service, environment }, found) };
    }),
  ];
}

function readBuild(world: ServerlessWorld, service: ServiceRow, { body }: WireRequest): BuildRow | undefined {
  const sid = body.get("BuildSid");
  if (!sid) return undefined;
  const build = findBuild(service, sid);
  const status = buildStatus(world, build);
  if (status !== "completed") throw invalid(`Build ${sid} cannot be deployed: its status is ${status}`);
  return build;
}

function record(service: ServiceRow, environment: EnvironmentRow, deployment: DeploymentRow): void {
  environment.deployments.push(deployment);
  const { buildSid, dateCreated: dateUpdated } = deployment;
  service.environments.set(environment.sid, { ...environment, buildSid, dateUpdated });
}
