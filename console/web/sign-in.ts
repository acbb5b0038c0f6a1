import type { CodeAnswer, SessionAnswer } from "../../src/runtime/console/api";
import { postJson, type RefusalCode } from "./api-client";
import { element } from "./element";
import { blame, complain, complainOf, say } from "./notices";
import { ADMIN_PAGES, endSession, presentSession, showAdminPages } from "./session";

const [ask, check] = [element("ask", HTMLFormElement), element("check", HTMLFormElement)];
const [phone, code] = [element("phone", HTMLInputElement), element("code", HTMLInputElement)];
const signedIn = element("signed-in", HTMLElement);
/** What a refusal is about. */
const FIELDS = new Map<RefusalCode, HTMLInputElement>([
  ["number-unreadable", phone],
  ["request-unreadable", code],
  ["code-wrong", code],
]);

/** One step is seen at a time. */
function step(shown: HTMLElement, first?: HTMLElement): void {
  for (const each of [ask, check, signedIn]) each.hidden = each !== shown;
  first?.focus();
}

/** Does what a form or a button is for; meanwhile it cannot be asked for again. */
async function doing(words: string, work: () => Promise<void>): Promise<void> {
  if (document.body.classList.contains("busy")) return;
  document.body.classList.add("busy");
  for (const field of [phone, code]) field.removeAttribute("aria-invalid");
  complain();
  say(words);
  try {
    await work();
  } catch (failure) {
    blame(FIELDS.get(complainOf(failure).code));
  } finally {
    document.body.classList.remove("busy");
  }
}

function sendCode(): Promise<void> {
  return doing("Sending …", async () => {
    const { message } = await postJson<CodeAnswer>("/api/sign-in", { phone: phone.value });
    code.value = "";
    step(check, code);
    say(message);
  });
}

function signIn(): Promise<void> {
  return doing("Looking at the code …", async () => {
    const credentials = { phone: phone.value, code: code.value };
    const session = await postJson<SessionAnswer>("/api/sign-in/check", credentials);
    if (!goOn()) welcome(session);
  });
}

/** Leads to the page that wanted somebody signed in, if one did. */
function goOn(): boolean {
  const page = new URLSearchParams(location.search).get("then") ?? "";
  const isOurs = Object.hasOwn(ADMIN_PAGES, page);
  if (isOurs) location.replace(`/${page}.html`);
  return isOurs;
}

function welcome(session: SessionAnswer): void {
  element("title", HTMLElement).textContent = "You are signed in";
  element("name", HTMLElement).textContent = session.name;
  showAdminPages(session);
  step(signedIn);
  say("");
  for (const [id, everywhere] of [
    ["sign-out", false],
    ["sign-out-everywhere", true],
  ] as const) {
    element(id, HTMLButtonElement).onclick = () => signOut(session, everywhere);
  }
}

function signOut(session: SessionAnswer, everywhere: boolean): Promise<void> {
  return doing("Signing out …", async () => {
    await endSession(session, everywhere);
    location.replace("/sign-in.html");
  });
}

async function open(): Promise<void> {
  await doing("One moment …", async () => {
    const session = await presentSession();
    if (session === undefined) {
      say("");
      step(ask, phone);
    } else if (!goOn()) welcome(session);
  });
}

ask.addEventListener("submit", (event) => {
  event.preventDefault();
  void sendCode();
});
check.addEventListener("submit", (event) => {
  event.preventDefault();
  void signIn();
});
element("again", HTMLButtonElement).addEventListener("click", () => {
  complain();
  say("");
  step(ask, phone);
});
void open();
