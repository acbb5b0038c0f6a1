/** One entry of a `variables` or `parameters` list. */
export interface KeyValue {
  readonly key: string;
  readonly value: string;
  /** Only in set-variables: the value is JSON, kept as what it says. */
  readonly parse_as_json?: boolean;
  /** Seen in set-variables as `"string"`: the value stays text. */
  readonly type?: string;
}

/**
 * What a widget's property may hold. Studio takes Liquid in texts only: an integer or a boolean is a JSON integer or
 * boolean, and a text that looks like a number must stay quoted, which is what its validator complains about most.
 */
export type PropertySchema =
  | {
      readonly kind: "text";
      readonly values?: readonly string[];
      /** Exports hold an integer here as often as its text. */
      readonly orInteger?: boolean;
      /** The text is a whole number up to this. */
      readonly upTo?: number;
      /** Studio renders no Liquid here. */
      readonly literal?: boolean;
    }
  | { readonly kind: "integer"; readonly from?: number; readonly to?: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "pairs" }
  | { readonly kind: "list" }
  | { readonly kind: "object" }
  | { readonly kind: "unknown" };

/** The events of a widget and what its properties may hold. `outputs` is closed: nothing else can be read from it. */
export interface WidgetSchema {
  readonly events: readonly string[];
  /** Whether the widget makes Studio answer the webhook with TwiML, so that the call is answered. */
  readonly twiml: boolean;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  /** Exactly one of these is present. */
  readonly oneOf?: readonly string[];
  readonly outputs?: readonly string[];
  /** What the webhook that ends the widget brings, besides the parameters of the call. */
  readonly webhookOutputs?: readonly string[];
}

interface KindTypes {
  readonly text: string;
  readonly integer: number;
  readonly boolean: boolean;
  readonly pairs: readonly KeyValue[];
  readonly list: readonly unknown[];
  readonly object: Readonly<Record<string, unknown>>;
  readonly unknown: unknown;
}

/** The TypeScript type of a property with that schema. */
export type ValueOf<S extends PropertySchema> = KindTypes[S["kind"]];

export const text = { kind: "text" } as const;
export const boolean = { kind: "boolean" } as const;
export const integer = { kind: "integer" } as const;
export const pairs = { kind: "pairs" } as const;
export const list = { kind: "list" } as const;

/** An integer within bounds, both included. */
export function range(from: number, to: number): { kind: "integer"; from: number; to: number } {
  return { kind: "integer", from, to };
}

/** A text that is one of these, unless it is Liquid. */
export function oneOf<const V extends readonly string[]>(...values: V): { kind: "text"; values: V } {
  return { kind: "text", values };
}
