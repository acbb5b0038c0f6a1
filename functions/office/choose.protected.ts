import { defineCallFunction } from "../../src/runtime/define-call-function";
import { chooseInMenu } from "../../src/runtime/office/choose-in-menu";
import { json } from "../../src/runtime/reply";
import { readMenuChoice } from "../../src/telephony/read-menu-choice";

/** Run Function widget `office_choice`: says the office's menu, takes the answer, and tells the flow how to go on. */
export const handler = defineCallFunction(readMenuChoice, async (choice, wiring) =>
  json({ ...(await chooseInMenu(wiring, choice)) }),
);
