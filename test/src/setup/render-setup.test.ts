import { renderSetup, setupDocument } from "../../../src/setup/render-setup";
import type { SetupOutcome } from "../../../src/setup/run-setup";

const nothing: SetupOutcome = { problems: [], changes: [], written: [], notes: [], contacts: undefined };
const changes = [
  { file: ".env", what: "AUTH_TOKEN" },
  { file: ".env", what: "MAIL_FROM", from: "a@example.com", to: "b@example.com" },
  { file: ".env", what: "MAIL_FROM", from: "a@example.com", to: "" },
];

test("changes are told with what stood there before, of secrets only that they are new", () => {
  expect(renderSetup({ ...nothing, changes, written: [".env"], notes: ["mind the gap"] })).toBe(
    [
      ".env  AUTH_TOKEN: new",
      ".env  MAIL_FROM: a@example.com -> b@example.com",
      ".env  MAIL_FROM: a@example.com -> (nothing)",
      "Note: mind the gap",
      "Written: .env",
      "Next: npm run deploy -- --plan",
    ].join("\n"),
  );
});

test("a dry run and one without changes say so", () => {
  expect(renderSetup({ ...nothing, changes })).toMatch(
    /Nothing was written\.\nWithout --dry-run this is written\.$/,
  );
  expect(renderSetup(nothing)).toBe(
    "Nothing to change: no file was touched.\nNext: npm run deploy -- --plan",
  );
});

test("problems are told with flag and variable", () => {
  const problems = [
    { question: "phone", flag: "--phone", variable: "GATEHOUSE_PHONE", problem: "missing" },
    { question: "auth-token", variable: "AUTH_TOKEN", problem: "missing" },
  ] as const;
  const outcome = { ...nothing, problems };
  expect(renderSetup(outcome).split("\n").slice(1)).toEqual([
    "  --phone or GATEHOUSE_PHONE: missing",
    "  AUTH_TOKEN: missing",
  ]);
  expect(setupDocument(outcome)).toMatchObject({ ok: false, problems });
  expect(setupDocument(nothing)).toMatchObject({ ok: true, next: "npm run deploy -- --plan" });
});
