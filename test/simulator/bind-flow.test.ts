import { bindFlow } from "../../simulator/bind-flow";

const targets = {
  baseUrl: "https://gatehouse.example",
  domainUrl: "http://localhost:3000",
};

test("bindFlow() leads URLs to this machine and leaves everything else", () => {
  const flow = {
    url: "https://gatehouse.example/incoming/screen",
    query: "https://gatehouse.example/incoming/reject?reason={{widgets.screen_call.parsed.rejectReason}}",
    other: "https://gatehouse.example.org/",
    service_sid: `ZS${"0".repeat(32)}`,
    list: ["https://gatehouse.example", 5, true, null],
    text: "see https://gatehouse.example/",
  };
  const before = JSON.stringify(flow);
  expect(bindFlow(flow, targets)).toEqual({
    url: "http://localhost:3000/incoming/screen",
    query: "http://localhost:3000/incoming/reject?reason={{widgets.screen_call.parsed.rejectReason}}",
    other: "https://gatehouse.example.org/",
    service_sid: `ZS${"0".repeat(32)}`,
    list: ["http://localhost:3000", 5, true, null],
    text: "see https://gatehouse.example/",
  });
  expect(JSON.stringify(flow)).toBe(before);
});
