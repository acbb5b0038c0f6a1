import type { Account } from "../account";
import type { Journal } from "../journal";
import type { WireReply, WireRequest } from "../rest/wire";
import type { SidPrefix } from "../sids";
import type { Arrival, Effect, Parameters, StudioEvent } from "./events";
import { createExecution } from "./execution";
import type { Executions, Running } from "./executions";
import { type FlowRow, latestPublished } from "./flow-catalog";
import type { StudioSettings } from "./settings";
import { step } from "./step";
import { renderResponse } from "./twiml/verb";
import type { SendWidgetRequest } from "./widget-http";
import { isCallEnded } from "./widgets/call-ended";

/** What executions need of the local Twilio round them. */
export interface DriverWorld {
  readonly account: Account;
  readonly clock: { now(): number };
  readonly sids: (prefix: SidPrefix) => string;
  readonly journal: Journal;
  readonly settings?: Partial<StudioSettings>;
}

/** Takes executions from webhook to webhook. */
export class ExecutionDriver {
  constructor(
    readonly world: DriverWorld,
    readonly executions: Executions,
    readonly send: SendWidgetRequest,
  ) {}

  /**
   * The reply to a webhook; undefined for a call to a flow that was never published, as nothing runs then. Status
   * callbacks come without FlowEvent and with the status of a call that is over: they end the execution.
   */
  answer(row: FlowRow, { query, body }: WireRequest): WireReply | undefined | Promise<WireReply> {
    const { FlowEvent: flowEvent, ...parameters }: Parameters = Object.fromEntries([...query, ...body]);
    const { CallSid: callSid } = parameters;
    if (!callSid) return { status: 400, body: { message: "A webhook of a call has a CallSid" } };
    const running = this.executions.find(callSid);
    if (flowEvent === undefined && isCallEnded(parameters)) return this.#endCall(running, parameters);
    if (flowEvent === undefined) return this.#start(row, { ...parameters, CallSid: callSid });
    if (running === undefined) return twiml(EMPTY);
    return this.#drive(running, { type: "webhook", flowEvent, parameters });
  }

  #endCall(running: Running | undefined, parameters: Parameters): WireReply {
    if (running !== undefined) this.#step(running, { type: "callEnded", parameters });
    return { status: 204 };
  }

  #start(row: FlowRow, parameters: Parameters & { CallSid: string }): Promise<WireReply> | undefined {
    const published = latestPublished(row);
    if (published === undefined) return undefined;
    const { account, clock, sids, settings = {} } = this.world;
    const identity = { sid: sids("FN"), flowSid: row.sid, accountSid: account.sid, settings };
    const now = clock.now();
    const running = this.executions.add({
      callSid: parameters.CallSid,
      flow: published.flow,
      revision: published.revision,
      dateCreated: now,
      dateUpdated: now,
      execution: createExecution(identity),
    });
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
    return { type: "response", response: await this.send(request) };
  }

  #step(running: Running, event: EventWithoutTime): readonly Effect[] {
    const now = this.world.clock.now();
    const [execution, effects] = step(running.flow, running.execution, { ...event, now });
    const hasEnded = running.execution.status !== "ended" && execution.status === "ended";
    running.execution = execution;
    running.dateUpdated = now;
    if (hasEnded) this.executions.noteEnded(running);
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
