import { findSampleCallers } from "../../simulator/sample-callers";

const contacts = "+12125550101\tBo\n+12125550102\t\n+12125550103\tCy\n+12125550166\tBlocked friend\n";

test("findSampleCallers() gives one caller of each kind, none of them two kinds at once", () => {
  const sync = {
    blocklist: { "+12125550166": {}, "+12125550167": {} },
    forwardlist: { "+12125550155": { to: "+12125550144" }, "+12125550190": { to: "+12125550144" } },
  };
  expect(findSampleCallers(contacts, sync)).toEqual([
    { from: "+12125550101", what: "Bo, in the contacts" },
    { from: "+12125550102", what: "nameless, in the contacts" },
    { from: "+12125550155", what: "on the forward list" },
    { from: "+12125550167", what: "on the block list" },
    { from: "+12125550191", what: "a stranger" },
    { from: "anonymous", what: "a caller who withholds the number" },
  ]);
});

test("findSampleCallers() gives the owner, and who has a bad reputation, where that matters", () => {
  const special = { owner: "+12125550123", pest: "+12125550188" };
  expect(findSampleCallers("", {}, special).map(({ from }) => from)).toEqual([
    ...["+12125550123", "+12125550190", "+12125550188", "anonymous"],
  ]);
});

test("findSampleCallers() gives a number that spells something, where one is told so", () => {
  const spelled = { from: "+12125550159", what: "a number that spells JOLLY, as key 6 of the menu tells" };
  expect(findSampleCallers("", {}, { spelled })).toContainEqual(spelled);
});

test("findSampleCallers() leaves out kinds that this house has nobody of", () => {
  expect(findSampleCallers("", {}).map(({ from }) => from)).toEqual(["+12125550190", "anonymous"]);
});
