import { make } from "./element";
import { type DialledKey, KEYS, keysOf } from "./keypad";

/** How to dial a spelling: sign by sign, and on a telephone's keys. */
export function drawDialling(spelling: string): HTMLElement {
  return make("section", {
    className: "dialling",
    attributes: { "aria-label": `How to dial ${spelling}` },
    children: [drawPad(spelling), drawStrip(spelling)],
  });
}

/** A picture of a telephone's keys: those that a spelling uses stand out, and on them its letters. */
function drawPad(spelling: string): HTMLElement {
  const dialled = keysOf(spelling);
  const keys = KEYS.map(({ key, letters }) => drawKey(key, letters, dialled));
  const label = `A telephone's keys. ${dialled.map(describe).join(", ")}.`;
  return make("div", { className: "pad", attributes: { role: "img", "aria-label": label }, children: keys });
}

function drawKey(key: string, letters: string, dialled: readonly DialledKey[]): HTMLElement {
  const used = dialled.filter((each) => each.key === key);
  const drawn = [...letters].map((letter) => {
    const isUsed = used.some(({ shown }) => shown === letter);
    return make("span", { className: isUsed ? "letter used" : "letter", children: [letter] });
  });
  return make("div", {
    className: used.length > 0 ? "key used" : "key",
    children: [
      make("span", { className: "digit", children: [key] }),
      make("span", { className: "letters", children: drawn }),
    ],
  });
}

const describe = ({ shown, key }: DialledKey): string => (shown === key ? key : `${shown} is on ${key}`);

/** The spelling sign by sign, with the key below each. */
function drawStrip(spelling: string): HTMLElement {
  const dialled = keysOf(spelling);
  const signs = dialled.map(({ shown, key }) =>
    make("td", { className: shown === key ? "" : "word", children: [shown] }),
  );
  const keys = dialled.map(({ key }) => make("td", { children: [key] }));
  return make("table", {
    className: "strip",
    children: [
      make("caption", { className: "unseen", children: [`${spelling}, sign by sign`] }),
      row("You read", signs),
      row("You press", keys),
    ],
  });
}

function row(title: string, cells: readonly HTMLElement[]): HTMLElement {
  const head = make("th", { attributes: { scope: "row" }, children: [title] });
  return make("tr", { children: [head, ...cells] });
}
