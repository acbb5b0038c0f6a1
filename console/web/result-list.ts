import type { Rung, SpelledWord, Spelling } from "../../src/vanity/spelling";
import { make } from "./element";

/** How a spelling was found, in words. */
const RUNG_NAMES: Readonly<Record<Rung, string>> = {
  words: "in words",
  lookAlikes: "with look-alike digits",
  areaCode: "into the area code",
  digits: "in groups",
};

/** The results as choices, each with its words, what they mean, and why it stands where it stands. */
export function drawResults(results: readonly Spelling[]): HTMLElement[] {
  return results.map((result, index) => {
    const id = `result-${index + 1}`;
    const choice = make("input", { attributes: { type: "radio", name: "result", id, value: String(index) } });
    choice.checked = index === 0;
    const head = make("p", {
      className: "head",
      children: [
        make("label", { className: "spelling", attributes: { for: id }, children: inLetters(result) }),
        make("span", { className: "rung", children: [RUNG_NAMES[result.rung]] }),
        make("span", { className: "score", children: [`${Math.round(result.score)} points`] }),
      ],
    });
    const why = make("p", { className: "why", children: [result.why] });
    const meanings = result.words.length === 0 ? [] : [drawMeanings(result.words)];
    const body = make("div", { className: "body", children: [head, ...meanings, why] });
    return make("li", { className: "result", children: [choice, body] });
  });
}

/** Words stand out of digits. */
function inLetters({ spelling }: Spelling): (Node | string)[] {
  return spelling
    .split(/([A-Z]+)/)
    .filter((part) => part !== "")
    .map((part) => (/[A-Z]/.test(part) ? make("b", { children: [part] }) : part));
}

function drawMeanings(words: readonly SpelledWord[]): HTMLElement {
  const pairs = words.flatMap(({ text, definition }) => [
    make("dt", { children: [text] }),
    make("dd", { children: [definition] }),
  ]);
  return make("dl", { children: pairs });
}
