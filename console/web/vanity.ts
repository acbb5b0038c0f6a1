import type { VanityAnswer } from "../../src/runtime/console/api";
import type { Spelling } from "../../src/vanity/spelling";
import { getJson } from "./api-client";
import { drawDialling } from "./dial-pad";
import { element } from "./element";
import { complain, complainOf, say } from "./notices";
import { drawResults } from "./result-list";
import { addressOf, offerLink, prepareCopying } from "./share-link";

const field = element("number", HTMLInputElement);
const found = element("found", HTMLElement);
let asking = new AbortController();
let results: readonly Spelling[] = [];

/** Looks a number up, and shows what it spells. Whoever asks anew no longer waits for what was asked before. */
async function lookUp(number: string): Promise<void> {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  found.hidden = true;
  field.removeAttribute("aria-invalid");
  complain();
  say("Looking for words …");
  document.body.classList.add("busy");
  try {
    show(await getJson<VanityAnswer>(`/api/vanity?${new URLSearchParams({ number })}`, signal));
  } catch (failure) {
    if (!signal.aborted) refuse(failure);
  } finally {
    if (!signal.aborted) document.body.classList.remove("busy");
  }
}

function show(answer: VanityAnswer): void {
  results = answer.results;
  element("list", HTMLOListElement).replaceChildren(...drawResults(results));
  choose(0);
  offerLink(answer.number);
  found.hidden = false;
  const hasWords = results.some(({ words }) => words.length > 0);
  const why = hasWords ? "" : " It spells no words, for zeros and ones carry no letters.";
  say(`${results.length} ways to write ${answer.number}.${why}`);
}

function refuse(failure: unknown): void {
  const { code } = complainOf(failure);
  if (code !== "number-missing" && code !== "number-unreadable") return;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

/** Shows how to dial one of the results, below it. */
function choose(place: number): void {
  const result = results[place];
  if (result === undefined) return;
  const list = element("list", HTMLOListElement);
  list.querySelector(".dialling")?.remove();
  list.children[place]?.querySelector(".body")?.append(drawDialling(result.spelling));
}

/** The look-up that the page's address asks for, if it does. */
function followAddress(): void {
  const number = new URLSearchParams(location.search).get("number");
  field.value = number ?? "";
  if (number !== null) void lookUp(number);
}

element("look-up", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const number = field.value.trim();
  history.pushState(null, "", addressOf(number));
  void lookUp(number);
});
element("results", HTMLFormElement).addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement) choose(Number(event.target.value));
});
window.addEventListener("popstate", followAddress);
prepareCopying();
followAddress();
