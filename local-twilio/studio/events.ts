/** The parameters of a webhook, as its form carries them. */
export type Parameters = Readonly<Record<string, string>>;

/** What came of a widget's HTTP request. */
export type HttpResult =
  | { readonly kind: "reply"; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly kind: "failed"; readonly reason: string };

/** What a parked widget was waiting for. */
export type Arrival =
  | { readonly type: "webhook"; readonly flowEvent: string; readonly parameters: Parameters }
  | { readonly type: "response"; readonly response: HttpResult };

/** What happens to an execution. `now` is the instant, in epoch milliseconds: the interpreter has no clock. */
export type StudioEvent = (
  | { readonly type: "start"; readonly trigger: Parameters }
  | { readonly type: "callEnded"; readonly parameters: Parameters }
  | Arrival
) & { readonly now: number };

/** The HTTP request that a Run Function or Make HTTP Request widget wants made. */
export interface WidgetRequest {
  readonly widget: string;
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly contentType: string;
  readonly parameters: Parameters;
  /** Sent instead of the parameters. */
  readonly body?: string;
  readonly addTwilioAuth?: boolean;
  readonly followsRedirects?: boolean;
}

/** What the outside has to do after a step. */
export type Effect =
  | { readonly type: "respond"; readonly twiml: string }
  | { readonly type: "request"; readonly request: WidgetRequest }
  | { readonly type: "end"; readonly reason: EndReason };

/**
 * Why an execution ended: an exit without `next`, the call ended, one of Studio's limits, a widget that this
 * interpreter or the flow cannot run, or a Function that took the call over by answering TwiML.
 */
export type EndReason = "transition" | "callEnded" | "limit" | "refused" | "handedOver";
