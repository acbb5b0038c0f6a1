import type { Attributes } from "./attributes";

/** The methods of a webhook. */
export const WEBHOOK_METHODS = ["GET", "POST"] as const;
export type WebhookMethod = (typeof WEBHOOK_METHODS)[number];

/** A request for the TwiML that continues a call. `url` may be relative to the document that asks for it. */
export interface DocumentRequest {
  readonly url: string;
  readonly method: WebhookMethod;
  /** What is sent besides the parameters of every voice request. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The document itself, when it came with an API request: nothing is requested then, and `url` is empty. */
  readonly twiml?: string;
}

/** Where a verb sends its result. Without `url` Twilio requests the current document again. */
export interface Action {
  readonly url: string | undefined;
  readonly method: WebhookMethod;
}

/** What happens after a verb: the next one, another document, or the end of the call. */
export type Next =
  | { readonly kind: "nextVerb" }
  | { readonly kind: "fetch"; readonly request: DocumentRequest }
  /** `report`: a last request whose reply can no longer change the call. `isDocumentOver`: there was no verb left. */
  | { readonly kind: "end"; readonly report?: DocumentRequest; readonly isDocumentOver?: true };

export const NEXT_VERB: Next = { kind: "nextVerb" };

/** Reads the `action` and `method` of a verb; POST is the default of every verb. */
export function parseAction(attributes: Attributes): Action {
  return { url: attributes.text("action"), method: attributes.choice("method", WEBHOOK_METHODS, "POST") };
}

/** The request that an action makes with a verb's result; an empty URL is the current document. */
export function requestAction(action: Action, parameters: Readonly<Record<string, string>>): DocumentRequest {
  return { url: action.url ?? "", method: action.method, parameters };
}
