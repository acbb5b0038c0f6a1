import type { Account } from "../account";
import type { Journal } from "../journal";
import type { Product, WireReply, WireRequest } from "../rest/wire";
import type { SidPrefix } from "../sids";
import type { SendWebhook } from "../webhook";
import type { Arrival, Effect, Parameters, StudioEvent } from "./events";
import { createExecution, type Execution } from "./execution";
import { Executions, type Running } from "./executions";
import type { Flow } from "./flow";
import { parseFlow } from "./parse-flow";
import type { StudioSettings } from "./settings";
import { step } from "./step";
import { renderResponse } from "./twiml/verb";
import { createWidgetSender, type SendWidgetRequest } from "./widget-http";
import { isCallEnded } from "./widgets/call-ended";

/** What Studio needs of the local Twilio round it. */
export interface StudioWorld {
  readonly account: Account;
  readonly clock: { now(): number };
  readonly sids: (prefix: SidPrefix) => string;
  readonly send: SendWebhook;
  readonly journal: Journal;
  readonly settings?: Partial<StudioSettings>;
  /** How the HTTP requests of widgets are made; by default signed forms through `send`. */
  readonly sendWidgetRequest?: SendWidgetRequest;
  /** How many ended executions are kept; 1,000 by default. */
  readonly keepEnded?: number;
}

/** How far a call has come: names of the widgets run, and what the interpreter is not sure of. */
export interface ExecutionReport {
  readonly path: readonly string[];
  readonly execution: Execution;
  readonly warnings: readonly string[];
}

/** Studio as calls see it, at webhooks.twilio.com, and the door by which flows get in. */
export interface StudioProduct extends Product {
  /** Publishes a flow and gives its SID. @throws TypeError or SyntaxError when it is no flow. */
  createFlow(definition: unknown): string;
  /** The URL that a number's calls and status callbacks go to. */
  webhookUrlOf(flowSid: string): string;
  /** The execution of that call; undefined when there is none (any more). */
  executionOf(callSid: string): ExecutionReport | undefined;
}

const HOST = "webhooks.twilio.com";

/** Makes Studio: it answers the webhooks of calls with the TwiML of the flow's widgets. */
export function createStudioProduct(world: StudioWorld): StudioProduct {
  const flows = new Map<string, Flow>();
  const driver = new Driver(world);
  return {
    host: HOST,
    createFlow: (definition) => {
      const flow = parseFlow(definition);
      const sid = world.sids("FW");
      flows.set(sid, flow);
      return sid;
    },
    webhookUrlOf: (flowSid) => `https://${HOST}/v1/Accounts/${world.account.sid}/Flows/${flowSid}`,
    executionOf: (callSid) => driver.report(callSid),
    handle: (request) => {
      const [, accountSid, flowSid = ""] =
        /^\/v1\/Accounts\/(AC\w+)\/Flows\/(FW\w+)$/.exec(request.path) ?? [];
      const flow = flows.get(flowSid);
      if (accountSid !== world.account.sid || flow === undefined) return undefined;
      if (request.method !== "POST" && request.method !== "GET") return undefined;
      return driver.answer(flowSid, flow, request);
    },
  };
}

/** Takes executions from webhook to webhook. */
class Driver {
  readonly #executions: Executions;
  readonly #send: SendWidgetRequest;

  constructor(readonly world: StudioWorld) {
    this.#executions = new Executions(world.keepEnded);
    this.#send = world.sendWidgetRequest ?? createWidgetSender(world.send);
  }

  report(callSid: string): ExecutionReport | undefined {
    const execution = this.#executions.find(callSid)?.execution;
    return execution && { path: execution.path, execution, warnings: execution.warnings };
  }

  /** Status callbacks come without FlowEvent and with the status of a call that is over: they end the execution. */
  answer(flowSid: string, flow: Flow, { query, body }: WireRequest): WireReply | Promise<WireReply> {
    const { FlowEvent: flowEvent, ...parameters }: Parameters = Object.fromEntries([...query, ...body]);
    const { CallSid: callSid } = parameters;
    if (!callSid) return { status: 400, body: { message: "A webhook of a call has a CallSid" } };
    const running = this.#executions.find(callSid);
    if (flowEvent === undefined && isCallEnded(parameters)) return this.#endCall(running, parameters);
    if (flowEvent === undefined) return this.#start(flowSid, flow, parameters);
    if (running === undefined) return twiml(EMPTY);
    return this.#drive(running, { type: "webhook", flowEvent, parameters });
  }

  #endCall(running: Running | undefined, parameters: Parameters): WireReply {
    if (running !== undefined) this.#step(running, { type: "callEnded", parameters });
    return { status: 204 };
  }

  #start(flowSid: string, flow: Flow, parameters: Parameters): Promise<WireReply> {
    const { account, sids, settings = {} } = this.world;
    const execution = createExecution({ sid: sids("FN"), flowSid, accountSid: account.sid, settings });
    const running: Running = { callSid: parameters.CallSid ?? "", flow, execution };
    this.#executions.add(running);
    return this.#drive(running, { type: "start", trigger: parameters });
  }

  /** Steps until a widget answers with TwiML or the execution ends; the webhook is held open meanwhile. */
  async #drive(running: Running, event: EventWithoutTime): Promise<WireReply> {
    let effects = this.#step(running, event);
    for (;;) {
      const response = effects.find((effect) => effect.type === "respond");
      const request = effects.find((effect) => effect.type === "request");
      if (response !== undefined) {
        // A redirect that is not expected back may leave work to do, which no longer concerns the call.
        if (request !== undefined) void this.#goOn(running, request);
        return twiml(response.twiml);
      }
      if (request === undefined) return twiml(EMPTY);
      effects = this.#step(running, await this.#perform(request));
    }
  }

  async #goOn(running: Running, request: Effect & { type: "request" }): Promise<void> {
    await this.#drive(running, await this.#perform(request));
  }

  async #perform({ request }: Effect & { type: "request" }): Promise<Arrival> {
    return { type: "response", response: await this.#send(request) };
  }

  #step(running: Running, event: EventWithoutTime): readonly Effect[] {
    const [execution, effects] = step(running.flow, running.execution, {
      ...event,
      now: this.world.clock.now(),
    });
    const hasEnded = running.execution.status !== "ended" && execution.status === "ended";
    running.execution = execution;
    if (hasEnded) this.#executions.noteEnded(running);
    if (hasEnded && isOurFault(effects)) this.world.journal.complain(`Studio: ${execution.error}`);
    return effects;
  }
}

type EventWithoutTime = StudioEvent extends infer E ? (E extends unknown ? Omit<E, "now"> : never) : never;

/** A flow that cannot go on is a breach worth failing for; a call that ended in the middle is not. */
function isOurFault(effects: readonly Effect[]): boolean {
  return effects.some(
    (effect) => effect.type === "end" && (effect.reason === "refused" || effect.reason === "limit"),
  );
}

const EMPTY = renderResponse([]);

function twiml(document: string): WireReply {
  return { status: 200, headers: { "content-type": "text/xml; charset=utf-8" }, body: document };
}
