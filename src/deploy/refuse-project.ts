import { ENVIRONMENT_NAMES } from "../config/environment";
import { flowPathsOf } from "../flows/flow-paths";
import type { Project } from "./project";
import type { Refusal } from "./refusal";
import { refuseBuild } from "./refuse-build";
import { refuseConsole } from "./refuse-console";
import { refuseSilentLines } from "./refuse-lines";
import { refuseRecordings } from "./refuse-recordings";
import { reputationNames } from "./reputation-names";

/** Every reason not to deploy that can be told without asking Twilio. */
export function refuseProject(project: Project): Refusal[] {
  return [
    ...(project.isSample ? [SAMPLE] : []),
    ...refuseSilentLines(project.lines, project),
    ...refuseBuild(project.builds.calls),
    ...refuseConsole(project),
    ...refuseRecordings({ office: project.office, build: project.builds.calls }),
    ...refuseFlows(project),
    ...refuseVariables(project),
    ...refuseReputation(project),
  ];
}

const SAMPLE: Refusal = {
  why: "this is the sample household: there is no assets/gatehouse.private.json of your own",
  fix: "npm run setup",
};

function refuseFlows(project: Project): Refusal[] {
  const faulty = project.flowProblems.map(({ flow, message }) => ({
    why: `the flow ${flow} has an error: ${message}`,
    fix: `mend it; npm run studio:check -- studio/${flow}.json says more`,
  }));
  const built = project.builds.calls.files.map(({ path }) => path);
  const missing = project.flows.flatMap((flow) =>
    flowPathsOf(flow)
      .filter(({ path }) => !built.includes(path))
      .map(({ widget, path }) => ({
        why: `the widget ${widget} of the flow ${flow.name} calls ${path}, which the build has not`,
        fix: `correct the URL in studio/${flow.name}.json, or add the Function, then npm run build`,
      })),
  );
  return [...faulty, ...missing, ...refuseAttachments(project)];
}

function refuseAttachments({ flows }: Project): Refusal[] {
  const ofNumbers = flows.filter(({ bindings }) => bindings.attach === "numbers");
  if (ofNumbers.length === 1) return [];
  return [
    {
      why: `exactly one flow is for numbers; studio/bindings.json attaches ${ofNumbers.length} to them`,
      fix: 'let one entry of studio/bindings.json have "attach": "numbers"',
    },
  ];
}

function refuseVariables({ variables, has }: Project): Refusal[] {
  const needed = Object.entries(ENVIRONMENT_NAMES).flatMap(([name, traits]) =>
    traits.isRequired && !traits.isFilledByDeploy ? [name] : [],
  );
  const ofHome = has.home ? ["SIP_USERNAME", "SIP_PASSWORD"] : [];
  return [...needed, ...ofHome]
    .filter((name) => !variables[name])
    .map((name) => ({
      why: `${name} is not set, neither in the environment nor in .env`,
      fix: "npm run setup",
    }));
}

/** Without them every caller's reputation would be unknown, and nobody would be told. */
function refuseReputation(project: Project): Refusal[] {
  return reputationNames(project)
    .filter((name) => !project.variables[name])
    .map((name) => ({
      why: `${name} is not set, neither in the environment nor in .env, and reputation.provider is ${project.reputation?.provider}`,
      fix: "copy it from TeleSign's portal into .env, or name another provider in the policy",
    }));
}
