import { type Check, check } from "../../../src/doctor/check";
import { CHECKS } from "../../../src/doctor/checks";
import { chooseChecks } from "../../../src/doctor/choose-checks";
import { examine } from "../../../src/doctor/examine";
import { type FactSource, gathering } from "../../../src/doctor/fact-source";
import { FACT_SOURCES } from "../../../src/doctor/facts/fact-sources";
import { failure, ok, warning } from "../../../src/doctor/finding";
import { CannotGather } from "../../../src/doctor/missing-facts";
import { showProgress } from "../../../src/doctor/progress";
import { exitCodeOf, renderReport, reportOf } from "../../../src/doctor/render-report";
import type { FactSources } from "../../../src/doctor/start-gathering";
import type { World } from "../../../src/doctor/world";
import { NOON } from "../policy/samples";

const world = (variables = {}): World => ({
  ...{ projectDir: ".", variables, nodeVersion: "22.0.0" },
  now: () => NOON,
});

/** The doctor's own sources, but for some. */
const sources = (change: Partial<FactSources>): FactSources => ({ ...FACT_SOURCES, ...change });

function broken<T>(error: Error, lacking = "it is broken"): FactSource<T> {
  return gathering<never, T>({
    lacking,
    needs: [],
    seconds: 5,
    gather: () => Promise.reject(error),
  });
}

const needs = (name: string, ...facts: ("profile" | "numbers" | "outbox" | "nodeVersion")[]): Check =>
  check({ name, title: name.toUpperCase(), needs: facts, judge: () => [ok("well")] });

test("what cannot be gathered is one failure; later checks say that they were not made, and why", async () => {
  const missing = new CannotGather("there is no account", "npm run setup");
  const { checks, worst } = await examine(world(), {
    checks: [needs("a", "nodeVersion"), needs("b", "profile"), needs("c", "profile"), needs("d", "numbers")],
    sources: sources({ credentials: broken(missing, "there are no credentials") }),
  });
  const notMade = {
    level: "warning",
    found: "not checked, because there are no credentials",
    fix: "npm run setup",
  };
  expect(checks.map(({ findings }) => findings)).toEqual([
    [{ level: "ok", found: "well" }],
    [{ level: "failure", found: "there is no account", fix: "npm run setup" }],
    [notMade],
    [notMade],
  ]);
  expect(worst).toBe("failure");
});

test("two things that cannot be gathered are two failures", async () => {
  const { checks } = await examine(world(), {
    checks: [needs("a", "profile", "outbox"), needs("b", "outbox")],
    sources: sources({
      profile: broken(new Error("one")),
      outbox: broken(new Error("two"), "two is broken"),
    }),
  });
  expect(checks[0]?.findings.map(({ level, found }) => `${level}: ${found}`)).toEqual([
    "failure: one",
    "failure: two",
  ]);
  expect(checks[1]?.findings).toMatchObject([
    { level: "warning", found: "not checked, because two is broken" },
  ]);
});

test("a fact is gathered once, and facts that do not need each other at the same time", async () => {
  let asked = 0;
  let met: (() => void) | undefined;
  const meeting = new Promise<void>((resolve) => {
    met = resolve;
  });
  const meet = async <T>(value: T): Promise<T> => {
    asked += 1;
    if (asked === 2) met?.();
    await meeting;
    return value;
  };
  const source = <T>(value: T) =>
    gathering<never, T>({ lacking: "", needs: [], seconds: 60, gather: () => meet(value) });
  await examine(world(), {
    checks: [needs("a", "numbers", "outbox"), needs("b", "outbox"), needs("c", "numbers")],
    sources: sources({ numbers: source([]), outbox: source([]) }),
  });
  expect(asked).toBe(2);
});

test("what does not answer is given up after its own time", async () => {
  const endless = gathering<never, []>({
    lacking: "the outbox cannot be read",
    needs: [],
    seconds: 0.01,
    gather: () => new Promise(() => undefined),
  });
  const { checks } = await examine(world(), {
    checks: [needs("a", "outbox")],
    sources: sources({ outbox: endless }),
  });
  expect(checks[0]?.findings).toMatchObject([
    { level: "failure", found: "the outbox cannot be read: no answer within 0.01 s" },
  ]);
});

test("a bug in a check is not taken for a finding", async () => {
  const buggy = check({
    name: "a",
    title: "A",
    needs: [],
    judge: () => {
      throw new RangeError("bug");
    },
  });
  await expect(examine(world(), { checks: [buggy], sources: FACT_SOURCES })).rejects.toThrow("bug");
});

test("secrets are taken out of whatever is said, also a password within a URL", async () => {
  const variables = {
    AUTH_TOKEN: "0123456789abcdef0123456789abcdef",
    SMTP_URL: "smtp://ann:pass%20word@mail.example.com",
    LINK_SECRET: "link-secret",
    MAIL_FROM: "ann@example.com",
  };
  const said = `${Object.values(variables).join(" ")} pass%20word, pass word`;
  const leak = check({ name: "a", title: "A", needs: [], judge: () => [warning(said, said)] });
  const { checks } = await examine(world(variables), { checks: [leak], sources: FACT_SOURCES });
  const clean = "*** *** *** ann@example.com ***, ***";
  expect(checks[0]?.findings).toEqual([{ level: "warning", found: clean, fix: clean }]);
});

describe("the report", () => {
  const examination = {
    checks: [
      { name: "a", title: "A", findings: [ok("well")] },
      { name: "b", title: "B", findings: [warning("so so", "do this"), warning("so\u001b[2Jso", "do this")] },
      { name: "c", title: "C", findings: [failure("bad\nworse", "do that")] },
    ],
    worst: "failure",
  } as const;

  test("has a line for each finding, and below a run of them what mends it", () => {
    expect(renderReport(examination, false)).toBe(
      [
        ...[
          "✓ A: well",
          "! B: so so",
          "! B: so [2Jso",
          "    do this",
          "✗ C: bad",
          "    worse",
          "    do that",
        ],
        ...["", "1 failure, 2 warnings."],
      ].join("\n"),
    );
  });

  test("is coloured on a terminal", () => {
    expect(renderReport(examination, true)).toContain("\u001b[32m✓\u001b[0m A: well");
    expect(renderReport(examination, true)).toContain("\u001b[31m✗\u001b[0m C: bad");
  });

  test("is one entry for each finding in JSON", () => {
    const { checks, worst } = reportOf(examination);
    expect(worst).toBe("failure");
    expect(checks).toHaveLength(4);
    expect(checks[0]).toEqual({ name: "a", level: "ok", found: "well" });
    expect(checks[3]).toEqual({ name: "c", level: "failure", found: "bad\nworse", fix: "do that" });
  });

  test("says so when all is well", () => {
    const well = { checks: [{ name: "a", title: "A", findings: [ok("well")] }], worst: "ok" } as const;
    expect(renderReport(well, false)).toBe("✓ A: well\n\nAll is well.");
  });

  test("decides the exit code", () => {
    expect((["ok", "warning", "failure"] as const).map(exitCodeOf)).toEqual([0, 1, 2]);
  });
});

test("--only takes names, several at once, and refuses others with a guess", () => {
  const names = (only: string[]) => chooseChecks(CHECKS, only).map(({ name }) => name);
  expect(names([])).toEqual(CHECKS.map(({ name }) => name));
  expect(names(["sync,node", "lists"])).toEqual(["node", "sync", "lists"]);
  expect(() => names(["list"])).toThrow('Cannot check "list" (did you mean "lists"?): --only takes node, ');
});

test("every check has a name and a title of its own", () => {
  expect(new Set(CHECKS.map(({ name }) => name)).size).toBe(CHECKS.length);
  expect(new Set(CHECKS.map(({ title }) => title)).size).toBe(CHECKS.length);
});

test("progress is shown on a terminal, and taken away", () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  const progress = showProgress({ isTTY: true, write }, 2);
  progress.onChecked("Sync", 1);
  progress.end();
  expect(written.join("")).toBe("\r\u001b[2KLooking…\r\u001b[2K1 of 2 checked: Sync\r\u001b[2K");
  showProgress({ write }, 2).onChecked("Sync", 1);
  expect(written).toHaveLength(3);
});
