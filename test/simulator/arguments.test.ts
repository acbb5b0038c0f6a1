import { parseCallee } from "../../simulator/parse-callee";
import { parsePort } from "../../simulator/parse-port";

test("parseCallee() reads a number and what its phone does", () => {
  expect(parseCallee("+12125550123=no-answer")).toEqual(["+12125550123", { does: "no-answer" }]);
});

test.each(["+12125550123", "=busy", "+12125550123=bussy", ""])("parseCallee() refuses %j", (text) => {
  expect(() => parseCallee(text)).toThrow(
    `Cannot read callee ${text}: write NUMBER=answers|no-answer|busy|failed`,
  );
});

test("parsePort() takes 0 and ports that leave room for two more", () => {
  expect(["0", "1024", "65533"].map(parsePort)).toEqual([0, 1024, 65_533]);
});

test.each(["80", "65534", "-1", "12.5", "x", ""])("parsePort() refuses %j", (text) => {
  expect(() => parsePort(text)).toThrow(`Cannot listen on port ${text}`);
});
