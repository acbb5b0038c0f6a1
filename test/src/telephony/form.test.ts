import { readText, requireText } from "../../../src/telephony/form";

// The runtime parses forms with `qs`: a parameter that is sent twice becomes a list.
test.each<[string, unknown, string | undefined]>([
  ["text", "CA1", "CA1"],
  ["empty text", "", ""],
  ["a number of a JSON body", 3, "3"],
  ["false of a JSON body", false, "false"],
  ["the first of several", ["a", "b"], "a"],
  ["nothing of an object", { a: "b" }, undefined],
  ["nothing of what was not sent", undefined, undefined],
])("readText() gives %s", (_name, value, text) => {
  expect(readText({ CallSid: value }, "CallSid")).toBe(text);
});

test("requireText() names what is missing", () => {
  expect(requireText({ CallSid: "CA1" }, "CallSid")).toBe("CA1");
  expect(() => requireText({}, "CallSid")).toThrow(
    new TypeError("Cannot read incoming call: CallSid is missing"),
  );
  expect(() => requireText({ RecordingSid: "" }, "RecordingSid", "recording")).toThrow(
    new TypeError("Cannot read recording: RecordingSid is missing"),
  );
});
