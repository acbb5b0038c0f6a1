import type { SessionAnswer } from "../../src/runtime/console/api";
import { ApiRefusal, getJson, postJson } from "./api-client";
import { element, make } from "./element";

/** The pages for administrators, by their names. Signing in leads to no other. */
export const ADMIN_PAGES: Readonly<Record<string, string>> = { lookups: "Recent look-ups" };

/** The present session; undefined for who has not signed in. @throws ApiRefusal when nobody can tell */
export async function presentSession(): Promise<SessionAnswer | undefined> {
  try {
    return await getJson<SessionAnswer>("/api/session");
  } catch (failure) {
    if (failure instanceof ApiRefusal && failure.code === "signed-out") return undefined;
    throw failure;
  }
}

/** Ends the session, or each of this administrator's. One that has ended already is no error. @throws ApiRefusal */
export async function endSession({ csrfToken }: SessionAnswer, everywhere: boolean): Promise<void> {
  try {
    await postJson("/api/sign-out", { everywhere }, csrfToken);
  } catch (failure) {
    if (!(failure instanceof ApiRefusal) || failure.code !== "signed-out") throw failure;
  }
}

/** Shows in the page's head that somebody is signed in, and where that leads. */
export function showAdminPages({ name }: SessionAnswer): void {
  const links = Object.entries(ADMIN_PAGES).map(([page, title]) =>
    make("li", { children: [make("a", { attributes: { href: `/${page}.html` }, children: [title] })] }),
  );
  const signInLink = element("sign-in-link", HTMLAnchorElement);
  signInLink.textContent = `Signed in: ${name}`;
  signInLink.closest("li")?.before(...links);
}
