import { type House, openHouse } from "../../simulator/house";
import { paintFor } from "../../simulator/paint";
import { printHouse } from "../../simulator/print-house";
import { watchCodes } from "../../simulator/watch-codes";
import { openWorkshop, type Workshop } from "../../simulator/workshop";

let workshop: Workshop;
let house: House;
beforeAll(async () => {
  workshop = openWorkshop();
  house = await openHouse({ workshop, servesConsole: true });
}, 30_000);
afterAll(async () => {
  await house.close();
  workshop.close();
});

const urlOf = ({ webConsole }: House) => webConsole?.url ?? "nowhere";

test("openHouse() serves the sample household's web console, and printHouse() says where", async () => {
  const page = await fetch(`${urlOf(house)}/vanity.html`);
  expect([page.status, page.headers.get("content-type")]).toEqual([
    200,
    expect.stringContaining("text/html"),
  ]);
  const found = await fetch(`${urlOf(house)}/api/vanity?number=(212)%20555-0159`);
  expect(await found.json()).toMatchObject({
    number: "+12125550159",
    results: [{ spelling: "212-55-J01LY" }, {}, {}, {}, {}],
  });
  expect(printHouse(house, paintFor({}, {}), true)).toContain(`web console    ${urlOf(house)}/vanity.html`);
});

test("watchCodes() tells the code that was sent to an administrator, once", async () => {
  const told: string[] = [];
  const stop = house.webConsole && watchCodes(house.webConsole, (text) => void told.push(text));
  const headers = {
    "Content-Type": "application/json",
    Origin: urlOf(house),
    "Sec-Fetch-Site": "same-origin",
  };
  const body = JSON.stringify({ phone: "+12125550123" });
  await fetch(`${urlOf(house)}/api/sign-in`, { method: "POST", headers, body });
  while (told.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  const [sent] = house.webConsole?.codes() ?? [];
  expect(told).toEqual([`  Ann (+12125550123) gets the code ${sent?.code} for the web console`]);
  stop?.();
});

test("consoleFolders() builds no web console that the policy does not have", async () => {
  const policy = "test/scenarios/policies/office.json";
  expect(await workshop.consoleFolders({ policy })).toBeUndefined();
});
