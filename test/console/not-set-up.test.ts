/** A console in which nobody can sign in: it says so, and the public page goes on. */
import { ANN, type ConsoleHouse, type ConsoleOptions, openConsoleHouse } from "./console-house";
import { Visitor } from "./visitor";

let house: ConsoleHouse;
afterEach(() => house.close());

test.each<[string, ConsoleOptions]>([
  ["without administrators", { admins: [] }],
  ["without a Verify Service", { environment: { VERIFY_SERVICE_SID: undefined } }],
  ["without a secret", { environment: { CONSOLE_SECRET: undefined } }],
  [
    "with a secret that can be guessed",
    { environment: { CONSOLE_SECRET: "0123456789012345678901234567890" } },
  ],
])("%s", async (_name, options) => {
  house = await openConsoleHouse(options);
  const visitor = new Visitor(house);
  const answers = [
    await visitor.post("/api/sign-in", { phone: ANN.phone }),
    await visitor.post("/api/sign-in/check", { phone: ANN.phone, code: "123456" }),
    await visitor.get("/api/session"),
    await visitor.get("/api/lookups"),
    await visitor.post("/api/sign-out"),
  ];
  for (const { status, body } of answers) expect([status, body.error.code]).toEqual([503, "not-set-up"]);
  expect((await visitor.get("/lookups.html")).headers.get("location")).toBe("/sign-in.html?then=lookups");
  expect((await visitor.get("/sign-in.html")).status).toBe(200);
  expect((await visitor.get("/vanity.html")).status).toBe(200);
  expect((await visitor.get("/api/vanity?number=2125550137")).status).toBe(200);
});
