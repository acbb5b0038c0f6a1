import { Faults, parseFault } from "../../local-twilio/faults";

const RESET = { kind: "reset" } as const;
const LOST = { kind: "lost" } as const;

/** The kinds of fault that come of `count` requests to a target, `-` for none. */
function taken(faults: Faults, target: string, count: number): string {
  return Array.from({ length: count }, () => faults.take(target)?.kind ?? "-").join(" ");
}

describe("parseFault()", () => {
  test.each([
    ["timeout", { kind: "timeout" }],
    ["reset", { kind: "reset" }],
    ["lost", { kind: "lost" }],
    ["garbage", { kind: "garbage" }],
    ["slow:250", { kind: "slow", ms: 250 }],
    ["status:503", { kind: "status", status: 503 }],
  ])("reads %s", (text, fault) => expect(parseFault(text)).toEqual(fault));

  test.each(["", "lose", "lost:1", "slow", "slow:", "status:x"])("knows no %j", (text) =>
    expect(parseFault(text)).toBeUndefined(),
  );
});

describe("Faults", () => {
  test("without `times` a rule always applies, with it so often", () => {
    const faults = new Faults();
    faults.add({ on: "http:a", fault: RESET, times: 2 });
    faults.add({ on: "smtp", fault: RESET });
    expect(taken(faults, "http:a", 3)).toBe("reset reset -");
    expect(taken(faults, "smtp", 3)).toBe("reset reset reset");
  });

  test("`after` lets so many requests pass first, of those that the rule's target names", () => {
    const faults = new Faults();
    faults.add({ on: "http:*", fault: LOST, times: 1, after: 2 });
    expect(taken(faults, "smtp", 3)).toBe("- - -");
    expect([taken(faults, "http:a", 1), taken(faults, "http:b", 2), taken(faults, "http:a", 1)]).toEqual([
      "-",
      "- lost",
      "-",
    ]);
  });

  test("each rule counts for itself what passes, also what another rule breaks", () => {
    const faults = new Faults();
    faults.add({ on: "http:a", fault: RESET, times: 1, after: 1 });
    faults.add({ on: "http:*", fault: LOST, times: 1, after: 3 });
    expect(taken(faults, "http:a", 6)).toBe("- reset - lost - -");
  });

  test("the first rule that applies is taken, and only that one is used up", () => {
    const faults = new Faults();
    faults.add({ on: "http:a", fault: RESET, times: 1 });
    faults.add({ on: "http:a", fault: LOST, times: 1 });
    expect(taken(faults, "http:a", 3)).toBe("reset lost -");
  });

  test("a target is told in any case, and dots are dots", () => {
    const faults = new Faults();
    faults.add({ on: "sync:get Blocklist", fault: RESET, times: 1 });
    faults.add({ on: "http:a.b", fault: RESET, times: 1 });
    expect([taken(faults, "sync:GET blocklist", 1), taken(faults, "http:axb", 1)]).toEqual(["reset", "-"]);
  });

  test("seen() counts requests, with and without rules, and goes on when the rules are cleared", () => {
    const faults = new Faults();
    taken(faults, "http:api.twilio.com", 2);
    faults.add({ on: "http:*", fault: RESET });
    taken(faults, "http:sync.twilio.com", 1);
    faults.clear();
    taken(faults, "sync:GET blocklist", 1);
    expect(["http:*", "http:api.twilio.com", "sync:* *", "smtp"].map((on) => faults.seen(on))).toEqual([
      3, 2, 1, 0,
    ]);
  });
});
