import type { Form } from "../../telephony/form";
import { answerRequest, type Handle, type Handler } from "../answer-request";
import type { Reply } from "../reply";
import { refusal } from "./api-reply";
import { type ConsoleWiring, wireConsole } from "./console-wiring";
import { isOwnOrigin } from "./own-origin";
import { type BrowserRequest, readBrowserRequest } from "./read-browser-request";

/** `GET` only tells, `POST` changes something. */
export type Method = "GET" | "POST";

/** A request to the API: its fields, and what the browser says of it. */
export interface ConsoleRequest {
  readonly form: Form;
  readonly browser: BrowserRequest;
}

/**
 * Makes a Function of the console's API. Whatever happens it answers JSON with the console's headers: 405 for the wrong method, 403
 * for what would change something and does not come from our own pages, 500 when it fails or takes four seconds.
 */
export function defineConsoleFunction(
  method: Method,
  handle: Handle<ConsoleRequest, ConsoleWiring>,
): Handler {
  return answerRequest<ConsoleRequest, ConsoleWiring>({
    read: (form) => ({ form, browser: readBrowserRequest(form) }),
    handle: async (request, wiring) =>
      refuseRequest(method, request.browser, wiring.domainName) ?? (await handle(request, wiring)),
    wire: wireConsole,
    refuse: (message) => refusal("request-unreadable", message),
    fail: () => refusal("failed", "Something went wrong here. Please try again in a moment."),
  });
}

/**
 * A Function is not told the method, but only a POST carries JSON, or a form. A page of a stranger's `*.twil.io` is same-site with
 * ours, so that its requests would bring our cookie along: the origin must be ours.
 * @see https://fetch.spec.whatwg.org/#origin-header (each POST has one)
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function refuseRequest(method: Method, browser: BrowserRequest, domainName: string): Reply | undefined {
  const isPost = browser.hasJson;
  if (isPost !== (method === "POST") || browser.hasForm)
    return refusal("wrong-method", `This takes ${method} only${method === "POST" ? ", with JSON" : ""}.`, {
      Allow: method,
    });
  const site = browser.header("sec-fetch-site") ?? "same-origin";
  const isOurs = site === "same-origin" && isOwnOrigin(browser.header("origin"), domainName);
  if (!isPost || isOurs) return undefined;
  return refusal(
    "wrong-origin",
    "This can only be done from the console's own pages. Please open them again.",
  );
}
