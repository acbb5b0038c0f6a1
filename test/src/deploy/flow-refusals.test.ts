import { AccountFailure } from "../../../src/account/account-failure";
import { flowRefusals } from "../../../src/deploy/flow-refusals";

const definition = { states: [{ name: "Trigger" }, { name: "greet" }] };

/* `{ errors }`: twilio/ai, skills/twilio/twilio-studio-flows (FlowValidate). A list: docs/api/errors/81022. */
const errors = [
  { property_path: "#/states/1/properties/timeout", message: "string found, integer expected" },
  { property_path: "#/states/1/transitions/0/event", message: "must be a constant value audioComplete" },
  { property_path: "#/states/1", message: "duplicate name" },
  { property_path: "#/initial_state", message: "is missing but it is required" },
  { property_path: "#/states/9/name", message: "must not be null" },
];
const sentences = [
  "greet timeout: string found, integer expected",
  "greet transitions.0.event: must be a constant value audioComplete",
  "greet: duplicate name",
  "initial_state: is missing but it is required",
  "states/9/name: must not be null",
];

test.each([
  ["in an object", { errors }, sentences],
  ["in a list", errors, sentences],
  ["as texts", ["The flow is too large"], ["The flow is too large"]],
  ["not at all", undefined, []],
])("flowRefusals() reads what Studio says %s", (_name, details, expected) => {
  const cause = Object.assign(new Error("Flow definition validation failed"), {
    status: 400,
    code: 81022,
    details,
  });
  expect(flowRefusals(new AccountFailure("have Studio check the flow", 400, cause), definition)).toEqual(
    expected,
  );
});
