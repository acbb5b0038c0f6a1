import { type PathParameters, pathParser } from "./parse-path";
import { errorReply, TwilioError } from "./twilio-error";
import type { WireReply, WireRequest } from "./wire";

/** One operation of a product. `attempt` gives undefined when the request is for another one. */
export interface Route {
  attempt(request: WireRequest): WireReply | undefined;
}

/** Defines the operation of a method and a path template; the handler refuses by throwing a TwilioError. */
export function route<Template extends string>(
  method: string,
  template: Template,
  handle: (parameters: PathParameters<Template>, request: WireRequest) => WireReply,
): Route {
  const parse = pathParser(template);
  return {
    attempt(request) {
      if (request.method !== method) return undefined;
      const parameters = parse(request.path);
      return parameters === undefined ? undefined : handle(parameters, request);
    },
  };
}

/** The reply of the first route that fits; undefined when none does. */
export function answer(routes: readonly Route[], request: WireRequest): WireReply | undefined {
  try {
    for (const { attempt } of routes) {
      const reply = attempt(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  } catch (error) {
    if (error instanceof TwilioError) return errorReply(error);
    throw error;
  }
}
