import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Arrival } from "../../local-twilio/studio/events";
import { createExecution } from "../../local-twilio/studio/execution";
import { findRefusals } from "../../local-twilio/studio/lint/find-refusals";
import { lintFlow } from "../../local-twilio/studio/lint/lint-flow";
import { SCHEMA_RULES } from "../../local-twilio/studio/lint/rules/lint-rules";
import { parseFlow } from "../../local-twilio/studio/parse-flow";
import { step } from "../../local-twilio/studio/step";

/** Flows that people published on GitHub, with an index that says which of them Studio never exported. */
const CORPUS = join(__dirname, "../../../shared/studio-corpus");
const INDEX = join(CORPUS, "INDEX.tsv");
const rows = existsSync(INDEX)
  ? readFileSync(INDEX, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split("\t"))
      .map((cells): [string, boolean] => [cells[0] ?? "", cells.at(-1)?.trim() === "ok"])
  : [];

function readDefinition(file: string): unknown {
  return JSON.parse(readFileSync(join(CORPUS, file), "utf8"));
}

const CALL = { CallSid: "CA1", From: "+12125550101", To: "+12125550100", CallStatus: "in-progress" };
const ARRIVALS: readonly Arrival[] = [
  { type: "webhook", flowEvent: "x", parameters: { ...CALL, Digits: "1" } },
  {
    type: "response",
    response: { kind: "reply", status: 200, contentType: "application/json", body: '{"a":1}' },
  },
];

if (rows.length === 0) {
  const skipped = `public flows: skipped, for there is no ${INDEX}`;
  process.stderr.write(`SKIPPED ${skipped}\n`);
  test.skip(skipped, () => undefined);
} else {
  test.each(rows)("%s breaks Studio's schema: not (%s)", (file, conforms) => {
    const broken = lintFlow(readDefinition(file)).filter(
      ({ rule, severity }) => severity === "error" && SCHEMA_RULES.includes(rule),
    );
    if (conforms) expect(broken).toEqual([]);
    else expect(broken).not.toEqual([]);
  });

  test.each(rows)("%s passes Flow Validate: %s", (file, conforms) => {
    expect(findRefusals(readDefinition(file)).length === 0).toBe(conforms);
  });

  test("some of the flows conform and some do not", () => {
    expect(new Set(rows.map(([, conforms]) => conforms))).toEqual(new Set([true, false]));
  });

  test.each(rows.filter(([, conforms]) => conforms))(
    "%s runs until it ends or meets what is refused by name",
    (file) => {
      const flow = parseFlow(readDefinition(file));
      let [execution] = step(flow, createExecution({ sid: "FN1", flowSid: "FW1", accountSid: "AC1" }), {
        type: "start",
        trigger: CALL,
        now: 0,
      });
      for (let turn = 0; turn < 50 && execution.status === "active"; turn += 1) {
        const arrival = ARRIVALS.find(({ type }) => type === execution.awaiting);
        if (arrival === undefined) throw new Error(`it waits for ${execution.awaiting}`);
        [execution] = step(flow, JSON.parse(JSON.stringify(execution)), { ...arrival, now: turn });
      }
      expect(execution.path[0]).toBe(flow.initial_state);
      expect(execution.error ?? "").toMatch(/^$|does not run [\w-]+ widgets yet$|^Studio (stops|ends)/);
    },
  );
}
