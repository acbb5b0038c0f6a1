import { answerRequest, type Handler } from "../answer-request";
import { type Reply, text } from "../reply";
import { type ConsoleWiring, wireConsole } from "./console-wiring";
import { type BrowserRequest, readBrowserRequest } from "./read-browser-request";
import { PAGE_HEADERS } from "./security-headers";

/** Shows a page of the console, or something else in its place. */
export type ShowPage = (wiring: ConsoleWiring, browser: BrowserRequest) => Promise<Reply> | Reply;

/** Makes a Function that serves a page, with the headers that an Asset cannot have. */
export function definePage(show: ShowPage): Handler {
  return answerRequest<BrowserRequest, ConsoleWiring>({
    read: readBrowserRequest,
    handle: async (browser, wiring) => show(wiring, browser),
    wire: wireConsole,
    refuse: (message) => text(400, message),
    fail: () => ({
      ...text(500, "This page cannot be shown just now. Please try again."),
      headers: PAGE_HEADERS,
    }),
  });
}

/** A page as it was built. @param name the page's file without what stands behind the dot */
export function page(wiring: ConsoleWiring, name: string, status = 200): Reply {
  return { status, contentType: "text/html; charset=utf-8", body: wiring.page(name), headers: PAGE_HEADERS };
}

/** Leads the browser to another page of ours. */
export function leadTo(path: string): Reply {
  return { ...text(302, `Please go on to ${path}`), headers: { ...PAGE_HEADERS, Location: path } };
}
