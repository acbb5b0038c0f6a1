import type { Product } from "../rest/wire";
import type { SendWebhook } from "../webhook";
import type { Execution } from "./execution";
import { type DriverWorld, ExecutionDriver } from "./execution-driver";
import { Executions } from "./executions";
import type { Flow } from "./flow";
import { FlowCatalog, latestRevision } from "./flow-catalog";
import { findRefusals } from "./lint/find-refusals";
import { parseDefinition } from "./parse-flow";
import { rearrangeDefinition } from "./rearrange-definition";
import { createWidgetSender, type SendWidgetRequest } from "./widget-http";

/** What Studio needs of the local Twilio round it. */
export interface StudioWorld extends DriverWorld {
  readonly send: SendWebhook;
  /** How the HTTP requests of widgets are made; by default signed forms through `send`. */
  readonly sendWidgetRequest?: SendWidgetRequest;
  /** How many ended executions are kept; 1,000 by default. */
  readonly keepEnded?: number;
}

/** How far a call has come: names of the widgets run, and what the interpreter is not sure of. */
export interface ExecutionReport {
  readonly path: readonly string[];
  readonly execution: Execution;
  /** The revision of the flow that it runs. */
  readonly revision: number;
  readonly warnings: readonly string[];
}

/** Studio as calls see it, at webhooks.twilio.com, and the door by which the simulator gets in. */
export interface StudioProduct extends Product {
  /** What the REST API at studio.twilio.com shows, too. */
  readonly flows: FlowCatalog;
  readonly executions: Executions;
  /** Publishes a flow and gives its SID. @throws TypeError or SyntaxError when it is no flow. */
  createFlow(definition: unknown, friendlyName?: string): string;
  /**
   * What an owner does in the visual editor: saves a revision, published or as a draft, that nobody describes and whose
   * states, members and places on the canvas are not where they were. Gives the revision's number.
   * @throws RangeError for an unknown flow, TypeError when the result is no flow or, published, one that Studio refuses
   */
  editInStudio(flowSid: string, edit: (definition: Flow) => Flow, how: { readonly publish: boolean }): number;
  /** The URL that a number's calls and status callbacks go to. */
  webhookUrlOf(flowSid: string): string;
  /** The execution of that call; undefined when there is none (any more). */
  executionOf(callSid: string): ExecutionReport | undefined;
}

const HOST = "webhooks.twilio.com";
const WEBHOOK = /^\/v1\/Accounts\/(AC\w+)\/Flows\/(FW\w+)$/;

/** Makes Studio: it answers the webhooks of calls with the TwiML of the flow's widgets. */
export function createStudioProduct(world: StudioWorld): StudioProduct {
  const flows = new FlowCatalog(world);
  const executions = new Executions(world.keepEnded);
  const send = world.sendWidgetRequest ?? createWidgetSender(world.send);
  const driver = new ExecutionDriver(world, executions, send);
  return {
    ...{ host: HOST, flows, executions },
    createFlow: (definition, friendlyName = "Flow") => {
      const save = { friendlyName, status: "published", commitMessage: null } as const;
      return flows.create({ ...save, definition: parseDefinition(definition) }).sid;
    },
    editInStudio: (sid, edit, { publish }) => saveEdit(flows, sid, { edit, publish }),
    webhookUrlOf: (flowSid) => webhookUrl(world.account.sid, flowSid),
    executionOf: (callSid) => {
      const running = executions.find(callSid);
      if (running === undefined) return undefined;
      const { execution, revision } = running;
      return { path: execution.path, execution, revision, warnings: execution.warnings };
    },
    handle: (request) => {
      const [, accountSid, flowSid = ""] = WEBHOOK.exec(request.path) ?? [];
      const row = flows.find(flowSid);
      if (accountSid !== world.account.sid || row === undefined) return undefined;
      if (request.method !== "POST" && request.method !== "GET") return undefined;
      return driver.answer(row, request);
    },
  };
}

/** The URL of a flow's webhook. @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export function webhookUrl(accountSid: string, flowSid: string): string {
  return `https://${HOST}/v1/Accounts/${accountSid}/Flows/${flowSid}`;
}

interface Edit {
  readonly edit: (definition: Flow) => Flow;
  readonly publish: boolean;
}

function saveEdit(flows: FlowCatalog, sid: string, { edit, publish }: Edit): number {
  const row = flows.find(sid);
  if (row === undefined) throw new RangeError(`Cannot edit flow ${sid}: there is none`);
  const { friendlyName, definition } = latestRevision(row);
  const edited = rearrangeDefinition(edit(structuredClone(definition)));
  const [refusal] = publish ? findRefusals(edited) : [];
  if (refusal !== undefined)
    throw new TypeError(`Cannot publish flow ${sid}: ${refusal.property_path} ${refusal.message}`);
  const status = publish ? "published" : "draft";
  return latestRevision(flows.save(row, { friendlyName, definition: edited, status, commitMessage: null }))
    .revision;
}
