import type { VanityAnswer } from "../../src/runtime/console/api";
import type { Spelling } from "../../src/vanity/spelling";
import { getJson } from "./api-client";
import { drawDialling } from "./dial-pad";
import { element } from "./element";
import { blame, complain, complainOf, say } from "./notices";
import { drawResults } from "./result-list";
import { addressOf, offerLink, prepareCopying } from "./share-link";

const field = element("number", HTMLInputElement);
const found = element("found", HTMLElement);
let asking = new AbortController();
/** The address whose look-up is shown or asked for. */
let followed = "";
let results: readonly Spelling[] = [];

/** The page as it is before anything is asked: whoever asks anew no longer waits for what was asked before. */
function clear(): AbortSignal {
  asking.abort();
  asking = new AbortController();
  found.hidden = true;
  field.removeAttribute("aria-invalid");
  document.body.classList.remove("busy");
  complain();
  say("");
  return asking.signal;
}

/** Looks a number up, and shows what it spells. */
async function lookUp(number: string): Promise<void> {
  const signal = clear();
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
  say(`${results.length} ways to write ${answer.number}.${whyWordless(answer)}`);
}

function whyWordless({ number, results: all }: VanityAnswer): string {
  if (all.some(({ words }) => words.length > 0)) return "";
  const why = /[01]/.test(number.replace(/^\+1/, "")) ? ": zeros and ones carry no letters" : "";
  return ` It spells no words that we know${why}.`;
}

function refuse(failure: unknown): void {
  const { code } = complainOf(failure);
  if (code === "number-missing" || code === "number-unreadable") blame(field);
}

/** Shows how to dial one of the results, below it. */
function choose(place: number): void {
  const result = results[place];
  if (result === undefined) return;
  const list = element("list", HTMLOListElement);
  list.querySelector(".dialling")?.remove();
  list.children[place]?.querySelector(".body")?.append(drawDialling(result.spelling));
}

/** Shows the look-up that the page's address asks for, if it does. Going to another place on the page asks for nothing new. */
function followAddress(): void {
  if (location.search === followed) return;
  followed = location.search;
  const number = new URLSearchParams(followed).get("number");
  field.value = number ?? "";
  if (number === null) clear();
  else void lookUp(number);
}

element("look-up", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const number = field.value.trim();
  // Asked again, it takes no more ways back.
  if (addressOf(number) !== location.href) history.pushState(null, "", addressOf(number));
  followed = location.search;
  void lookUp(number);
});
element("results", HTMLElement).addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement) choose(Number(event.target.value));
});
window.addEventListener("popstate", followAddress);
prepareCopying();
followAddress();
