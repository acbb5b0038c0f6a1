import type { LookupsAnswer } from "../../src/runtime/console/api";
import type { LookupOrigin, RecentLookup } from "../../src/vanity/recent-lookup";
import { doForAdmin, openAdminPage } from "./admin-page";
import { getJson } from "./api-client";
import { element, make } from "./element";
import { complain, say } from "./notices";

const HOW: Readonly<Record<LookupOrigin, string>> = { web: "on the page", phone: "by calling" };

const again = element("again", HTMLButtonElement);

async function showLookups(): Promise<void> {
  say("Looking …");
  complain();
  const { lookups, timezone } = await getJson<LookupsAnswer>("/api/lookups");
  element("rows", HTMLTableSectionElement).replaceChildren(...lookups.map((each) => drawRow(each, timezone)));
  element("found", HTMLElement).hidden = lookups.length === 0;
  element("zone", HTMLElement).textContent = `Times are those of ${timezone.replaceAll("_", " ")}.`;
  again.hidden = false;
  say(COUNTED[lookups.length] ?? `${lookups.length} look-ups.`);
}

const COUNTED = ["Nobody has looked a number up yet.", "One look-up."];

function drawRow({ number, at, by }: RecentLookup, timeZone: string): HTMLElement {
  const href = `/vanity.html?${new URLSearchParams({ number })}`;
  const when = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short", timeZone });
  return make("tr", {
    children: [
      make("th", {
        className: "number",
        attributes: { scope: "row" },
        children: [make("a", { attributes: { href }, children: [number] })],
      }),
      make("td", {
        children: [make("time", { attributes: { datetime: at }, children: [when.format(new Date(at))] })],
      }),
      make("td", { children: [HOW[by]] }),
    ],
  });
}

again.addEventListener("click", () => doForAdmin("lookups", showLookups));
void openAdminPage("lookups", showLookups);
