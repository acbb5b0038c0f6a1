/** A REST request as a product sees it: host without region and edge, path decoded, form body parsed. */
export interface WireRequest {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: URLSearchParams;
  /** A body of several parts, byte for byte; left out when it is a form. */
  readonly multipart?: Buffer;
  /** Path and body as they came, which other companies' APIs sign and forbid; left out by tests of Twilio's APIs. */
  readonly sent?: { readonly path: string; readonly body: string };
}

/** A reply: `body` is sent as JSON, a Buffer or a string with a content type of its own as it is. */
export interface WireReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** One of Twilio's REST APIs, told apart by its host, or another company's that stands in for the real one. */
export interface Product {
  readonly host: string;
  /**
   * Only for another company's API: refuses in its own shape. It asks for credentials of its own, and no document of
   * Twilio's describes it.
   */
  readonly refuse?: (status: number, message: string) => WireReply;
  /** Told of every request that arrives, also when its reply is then broken on purpose. */
  readonly arrived?: (request: WireRequest) => void;
  /** `undefined` when the product has no such path and method: the server then answers 404, 405 or refuses by name. */
  handle(request: WireRequest): WireReply | undefined | Promise<WireReply | undefined>;
  /**
   * What faults and the journal call the thing requested: `<METHOD> <map or document>`.
   * Only Sync has it: requests of a product with targets are Sync requests.
   */
  targetOf?(request: WireRequest): string;
}

/** Where "now" comes from, in epoch milliseconds. */
export interface Now {
  now(): number;
}
