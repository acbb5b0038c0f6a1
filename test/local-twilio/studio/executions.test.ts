import { createExecution } from "../../../local-twilio/studio/execution";
import { Executions } from "../../../local-twilio/studio/executions";

const flow = { states: [], initial_state: "Trigger" };
const begin = (executions: Executions, sid: string, callSid: string, flowSid = "FW1") =>
  executions.add({
    ...{ callSid, flow, revision: 1, dateCreated: 0, dateUpdated: 0 },
    execution: createExecution({ sid, flowSid, accountSid: "AC1" }),
  });

describe("Executions", () => {
  test("lists a flow's executions in the order in which they began", () => {
    const executions = new Executions();
    begin(executions, "FN1", "CA1");
    begin(executions, "FN2", "CA2", "FW2");
    begin(executions, "FN3", "CA3");
    const listed = executions.ofFlow("FW1").map(({ execution, serial }) => [execution.sid, serial]);
    expect(listed).toEqual([
      ["FN1", 0],
      ["FN3", 2],
    ]);
  });

  test("forgets the oldest ended ones, by call and by SID", () => {
    const executions = new Executions(1);
    const [first, second] = [begin(executions, "FN1", "CA1"), begin(executions, "FN2", "CA2")];
    executions.noteEnded(first);
    executions.noteEnded(second);
    expect([executions.find("CA1"), executions.findBySid("FN1")]).toEqual([undefined, undefined]);
    expect([executions.find("CA2"), executions.findBySid("FN2")]).toEqual([second, second]);
  });

  test("a call that begins anew leaves its earlier execution to be forgotten", () => {
    const executions = new Executions(0);
    begin(executions, "FN1", "CA1");
    const second = begin(executions, "FN2", "CA1");
    expect(executions.findBySid("FN1")).toBeUndefined();
    expect(executions.find("CA1")).toBe(second);
  });
});
