import { createTwimlJudge } from "../../../local-twilio/judge/twiml";
import { flowReturnUrl } from "../../../src/telephony/flow-return-url";
import { parseFlowSid } from "../../../src/telephony/sids";
import { renderHomeCall } from "../../../src/twiml/render-home-call";
import { renderNotices } from "../../../src/twiml/render-notices";
import { renderRedirect } from "../../../src/twiml/render-redirect";
import { renderStillWaiting } from "../../../src/twiml/render-still-waiting";

const judge = createTwimlJudge();
const XML = '<?xml version="1.0" encoding="UTF-8"?>';

test("a caller waits for the phone in a conference that either side ends", () => {
  const twiml = renderHomeCall({
    conference: "home-CA1",
    action: "https://webhooks.twilio.com/v1/Accounts/AC1/Flows/FW1?FlowEvent=return",
    waitUrl: "/ringing.xml",
    statusCallback: 'https://gatehouse.example/home/room?call=CA1&x=<">',
    timeLimitSeconds: 14_400,
  });
  expect(judge(twiml)).toEqual([]);
  expect(twiml).toContain('timeLimit="14400"><Conference beep="false" startConferenceOnEnter="true"');
  expect(twiml).toContain('endConferenceOnExit="true" participantLabel="caller"');
  expect(twiml).toContain('waitUrl="/ringing.xml" waitMethod="GET"');
  expect(twiml).toContain("call=CA1&amp;x=&lt;&quot;");
  expect(twiml).toContain(">home-CA1</Conference></Dial></Response>");
});

test("renderRedirect()", () => {
  expect(renderRedirect("/fallback.xml", "GET")).toBe(
    `${XML}<Response><Redirect method="GET">/fallback.xml</Redirect></Response>`,
  );
  expect(judge(renderRedirect("https://a.example/?b=c&d=e"))).toEqual([]);
});

test("notices are said one after the other, whatever the owner has written", () => {
  const twiml = renderNotices(["This <call> is \u0000recorded & kept.", "Ann may listen."]);
  expect(judge(twiml)).toEqual([]);
  expect(twiml).toContain("<Say>This &lt;call&gt; is recorded &amp; kept.</Say><Say>Ann may listen.</Say>");
});

test("renderStillWaiting() rings once more and asks again", () => {
  const twiml = renderStillWaiting("/ringing.wav", "/home/waited");
  expect(judge(twiml)).toEqual([]);
  expect(twiml).toContain('<Play>/ringing.wav</Play><Redirect method="POST">/home/waited</Redirect>');
});

// "https://webhooks.twilio.com/v1/Accounts/{AccountSid}/Flows/{FlowSid}?FlowEvent=return":
// https://www.twilio.com/docs/studio/widget-library/twiml-redirect
test("the way back into a flow", () => {
  const flowSid = parseFlowSid(`FW${"0a".repeat(16)}`);
  expect(flowSid && flowReturnUrl(`AC${"0".repeat(32)}`, flowSid)).toBe(
    `https://webhooks.twilio.com/v1/Accounts/AC${"0".repeat(32)}/Flows/FW${"0a".repeat(16)}?FlowEvent=return`,
  );
  for (const text of ["", "FW1", `FW${"0A".repeat(16)}`, `FW${"0".repeat(32)}/../x`])
    expect(parseFlowSid(text)).toBeUndefined();
});
