import type { Arrival, Parameters, WidgetRequest } from "../events";
import type { Transition } from "../flow";
import type { Json, JsonObject } from "../json";
import type { PropertiesOf, WidgetType } from "../schema/widget-schemas";
import type { StudioSettings } from "../settings";
import type { Verb } from "../twiml/verb";

/** What a widget decides; the interpreter carries it out. */
export type Outcome =
  | Exit
  /** Answer the webhook with TwiML and wait for the next one. `leaving` is taken at once: nobody is expected back. */
  | { readonly does: "speak"; readonly verbs: readonly Verb[]; readonly leaving?: Exit }
  | { readonly does: "request"; readonly request: Omit<WidgetRequest, "widget"> }
  /** The call now belongs to whoever wrote this TwiML. */
  | { readonly does: "handOver"; readonly twiml: string }
  | { readonly does: "refuse"; readonly reason: string };

/** Leave by an event. Outputs are added to what the widget's earlier visits left. */
export interface Exit {
  readonly does: "exit";
  readonly event: string;
  /** Which of several transitions of that event, when the first one is not meant. */
  readonly transition?: Transition;
  readonly outputs?: JsonObject;
  readonly flowVariables?: JsonObject;
}

/** What a widget may know besides its own properties. */
export interface WidgetContext {
  readonly widget: string;
  readonly transitions: readonly Transition[];
  readonly settings: StudioSettings;
  /** What this widget's earlier visits left. */
  readonly outputs: JsonObject;
  /** A text with its Liquid rendered; "" for a missing one. */
  readonly liquid: (template: string | undefined) => string;
  /** The flow's webhook, to be told that `flowEvent` happened. */
  readonly webhookUrl: (flowEvent: string) => string;
  readonly warn: (message: string) => void;
}

/** One of Studio's widgets. Without `resume` it never waits. */
export interface Widget<T extends WidgetType> {
  readonly enter: (properties: PropertiesOf<T>, context: WidgetContext) => Outcome;
  readonly resume?: (properties: PropertiesOf<T>, arrival: Arrival, context: WidgetContext) => Outcome;
}

/** Leaves by `event`, with outputs. */
export function exit(event: string, outputs: Readonly<Record<string, Json>> = {}): Exit {
  return { does: "exit", event, outputs };
}

/** Answers with TwiML and waits for the webhook that it leads to. */
export function speak(...verbs: readonly Verb[]): Outcome {
  return { does: "speak", verbs };
}

/** The parameters of an arrival; a response to a request that nobody waits for has none. */
export function parametersOf(arrival: Arrival): Parameters {
  return arrival.type === "webhook" ? arrival.parameters : {};
}
