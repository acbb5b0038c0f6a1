import { parseAttestation } from "../../../src/telephony/attestation";

// The values of StirVerstat: https://www.twilio.com/docs/voice/trusted-calling-with-shakenstir
test.each([
  ["TN-Validation-Passed-A", "A"],
  ["TN-Validation-Passed-B", "B"],
  ["TN-Validation-Passed-C", "C"],
  ["TN-Validation-Passed-A-Diverted", "A"],
  ["TN-Validation-Passed-B-Diverted", "B"],
  ["TN-Validation-Passed-C-Diverted", "C"],
  ["TN-Validation-Passed-A-Passthrough", "A"],
  ["TN-Validation-Failed-A", "failed"],
  ["TN-Validation-Failed-B", "failed"],
  ["TN-Validation-Failed-C", "failed"],
  ["TN-Validation-Failed-A-Diverted", "failed"],
  ["TN-Validation-Failed-A-Passthrough", "failed"],
  ["TN-Validation-Failed", "failed"],
  ["No-TN-Validation", "none"],
  ["NULL", "none"],
  ["", "none"],
  [undefined, "none"],
  ["TN-Validation-Passed-D", "none"],
  ["TN-Validation-Passed-A-Failed", "none"],
  ["A", "none"],
])("parseAttestation() reads %s as %s", (verstat, attestation) => {
  expect(parseAttestation(verstat)).toBe(attestation);
});
