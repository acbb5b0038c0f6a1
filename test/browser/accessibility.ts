import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page as it stands, each as a sentence. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // By the debugger's hand, which a page's policy does not stop.
  if (await page.evaluate("typeof axe === 'undefined'")) await page.evaluate(`${AXE}; 0`);
  const found: unknown =
    await page.evaluate(`axe.run({ resultTypes: ["violations"] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary)))`);
  return Array.isArray(found) ? found.map(String) : [`axe gave ${String(found)}`];
}
