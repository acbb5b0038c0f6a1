import { uriOf } from "../local-twilio/sip/read-invite";
import type { House } from "./house";
import { lineTitle } from "./line-title";
import type { Paint } from "./paint";

/** Where a house serves, and (unless it is only called from here) what points its clients at it. */
export function printHouse(house: House, paint: Paint, isPhone: boolean): string {
  const { local, functionsUrl, environment, lines, homePhone } = house;
  const variables = isPhone ? [] : Object.entries(environment);
  return [
    paint.bold("Gatehouse is up on local Twilio"),
    `  Twilio's APIs  http://127.0.0.1:${local.restPort}`,
    `  Functions      ${functionsUrl}`,
    ...lines.map((line) => `  line           ${lineTitle(line)}`),
    ...(homePhone === undefined ? [] : [`  home's phone   ${uriOf(homePhone.account)}`]),
    ...printPin(house),
    ...variables.map(([name, value]) => paint.dim(`  ${name}=${value}`)),
  ].join("\n");
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
