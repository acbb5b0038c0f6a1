import type { Handler } from "../answer-request";
import { readAsset } from "../read-asset";
import { text } from "../reply";
import { definePage } from "./define-page";
import { PAGE_HEADERS } from "./security-headers";

/** Makes a Function that shows a private Asset of plain text to anybody. */
export function defineNotice(asset: string): Handler {
  return definePage(() => ({
    ...text(
      200,
      readAsset(asset, (content) => content),
    ),
    headers: PAGE_HEADERS,
  }));
}
