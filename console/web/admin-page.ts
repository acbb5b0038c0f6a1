import type { SessionAnswer } from "../../src/runtime/console/api";
import { ApiRefusal } from "./api-client";
import { complainOf, say } from "./notices";
import { presentSession, showAdminPages } from "./session";

/**
 * Opens a page for administrators: whoever has not signed in is led to where one does, and back here afterwards.
 * @param page the page's name, as it stands in `ADMIN_PAGES`
 * @param start shows what the page is for
 */
export function openAdminPage(page: string, start: (session: SessionAnswer) => Promise<void>): Promise<void> {
  say("One moment …");
  return doForAdmin(page, async () => {
    const session = await presentSession();
    if (session === undefined) return leaveToSignIn(page);
    showAdminPages(session);
    await start(session);
  });
}

/** Does something on such a page later, when the session may have ended. */
export async function doForAdmin(page: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (failure instanceof ApiRefusal && failure.code === "signed-out") return leaveToSignIn(page);
    complainOf(failure);
  }
}

function leaveToSignIn(page: string): void {
  location.replace(`/sign-in.html?${new URLSearchParams({ then: page })}`);
}
