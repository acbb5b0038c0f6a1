import { uriOf } from "../local-twilio/sip/read-invite";
import type { House } from "./house";
import { lineTitle } from "./line-title";
import type { Paint } from "./paint";
import type { WebConsole } from "./web-console";

/** Where a house serves, and (unless it is only called from here) what points its clients at it. */
export function printHouse(house: House, paint: Paint, isPhone: boolean): string {
  const { local, functionsUrl, environment, lines, homePhone, webConsole } = house;
  const variables = isPhone ? [] : Object.entries(environment);
  return [
    paint.bold("Gatehouse is up on local Twilio"),
    `  Twilio's APIs  http://127.0.0.1:${local.restPort}`,
    `  Functions      ${functionsUrl}`,
    ...(webConsole === undefined ? [] : [`  web console    ${addressOf(webConsole)}`]),
    ...lines.map((line) => `  line           ${lineTitle(line)}`),
    ...(homePhone === undefined ? [] : [`  home's phone   ${uriOf(homePhone.account)}`]),
    ...printPin(house),
    ...variables.map(([name, value]) => paint.dim(`  ${name}=${value}`)),
  ].join("\n");
}

/** Where anybody may look a number up, if anybody may, else where one signs in. */
function addressOf({ url, hasPage }: WebConsole): string {
  return `${url}/${hasPage ? "vanity" : "sign-in"}.html`;
}

function printPin({ homePhone, hasOffice, owner, pin }: House): string[] {
  if (owner === undefined || pin === undefined) return [];
  const where = [
    ...(homePhone === undefined ? [] : ["to the home's line"]),
    ...(hasOffice ? ["that press * in the office's menu"] : []),
  ];
  return where.length === 0
    ? []
    : [`  owner's PIN    ${pin}, for calls from ${owner} ${where.join(", or ")}`];
}
