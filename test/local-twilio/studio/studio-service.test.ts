import { createAccount } from "../../../local-twilio/account";
import { Journal } from "../../../local-twilio/journal";
import type { WireReply } from "../../../local-twilio/rest/wire";
import { createSids } from "../../../local-twilio/sids";
import { createStudioProduct, type StudioProduct } from "../../../local-twilio/studio/studio-service";
import type { Webhook, WebhookResult } from "../../../local-twilio/webhook";
import { CALL, NOW } from "./run-flow";

const ACCOUNT = `AC${"0".repeat(32)}`;
const reply = (body: string): WebhookResult => ({
  kind: "reply",
  status: 200,
  contentType: "application/json",
  body,
});

interface Bench {
  readonly studio: StudioProduct;
  readonly flowSid: string;
  readonly sent: Webhook[];
  readonly journal: Journal;
  post(parameters?: Readonly<Record<string, string>>, query?: string): Promise<WireReply | undefined>;
}

function bench(states: readonly object[], answer: WebhookResult = reply("{}"), keepEnded = 1000): Bench {
  const sent: Webhook[] = [];
  const journal = new Journal();
  const studio = createStudioProduct({
    account: createAccount(ACCOUNT, "token"),
    clock: { now: () => NOW },
    sids: createSids("test"),
    journal,
    keepEnded,
    send: async (webhook) => {
      sent.push(webhook);
      return answer;
    },
  });
  const flowSid = studio.createFlow({ states, initial_state: "Trigger" });
  const post = async (parameters = {}, query = "") =>
    studio.handle({
      method: "POST",
      host: studio.host,
      path: new URL(studio.webhookUrlOf(flowSid)).pathname,
      query: new URLSearchParams(query),
      headers: {},
      body: new URLSearchParams({ ...CALL, ...parameters }),
    });
  return { studio, flowSid, sent, journal, post };
}

const state = (name: string, type: string, exits: Record<string, string>, properties = {}) => ({
  name,
  type,
  transitions: Object.entries(exits).map(([event, next]) => (next === "" ? { event } : { event, next })),
  properties,
});
const trigger = (next: string) => state("Trigger", "trigger", { incomingCall: next });
const say = (text: string, next = "") => state("say", "say-play", { audioComplete: next }, { say: text });
const FN = "https://gatehouse.example/incoming/screen";
const fn = (name: string, success = "", fail = "") =>
  state(
    name,
    "run-function",
    { success, fail },
    { url: FN, parameters: [{ key: "From", value: "{{trigger.call.From}}" }] },
  );
const over = { CallStatus: "completed" };

describe("createStudioProduct()", () => {
  test("holds the webhook while Functions run, and answers with the TwiML of the first widget that speaks", async () => {
    const { post, sent, studio } = bench(
      [trigger("fn"), fn("fn", "say"), say("{{widgets.fn.parsed.say}}")],
      reply('{"say":"Hello"}'),
    );
    const answer = await post();
    expect(answer).toMatchObject({ status: 200, headers: { "content-type": "text/xml; charset=utf-8" } });
    expect(answer?.body).toContain("<Say>Hello</Say>");
    expect(sent).toEqual([{ method: "POST", url: FN, parameters: { From: CALL.From }, timeoutMs: 10_000 }]);
    expect(studio.executionOf("CA00000000000000000000000000000001")?.path).toEqual(["Trigger", "fn", "say"]);
  });

  test("an execution that ends leaves an empty response, so that Twilio hangs up", async () => {
    const { post } = bench([trigger("say"), say("Bye")]);
    await post();
    const answer = await post({ CallStatus: "in-progress" }, "FlowEvent=audioComplete");
    expect(answer?.body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  test.each([
    ["no answer", { kind: "timeout" } as const],
    ["no server", { kind: "unreachable", reason: "reset" } as const],
    ["more than 64 kB", reply(`"${"x".repeat(65_536)}"`)],
    ["status 500", { kind: "reply", status: 500, contentType: "text/plain", body: "" } as const],
  ])("a Function that gives %s takes the fail exit", async (_name, result) => {
    const { post } = bench([trigger("fn"), fn("fn", "", "say"), say("Sorry")], result);
    expect((await post())?.body).toContain("<Say>Sorry</Say>");
  });

  test.each(["completed", "busy", "no-answer", "failed", "canceled"])(
    "a status callback with %s ends the execution",
    async (status) => {
      const { post, studio } = bench([trigger("say"), say("Hello", "say")]);
      await post();
      expect(await post({ CallStatus: status })).toEqual({ status: 204 });
      expect(studio.executionOf(CALL.CallSid ?? "")?.execution).toMatchObject({
        status: "ended",
        error: null,
      });
    },
  );

  test("a status callback of a call it never had changes nothing", async () => {
    const { post, studio } = bench([trigger("say"), say("Hello")]);
    expect(await post(over)).toEqual({ status: 204 });
    expect(studio.executionOf(CALL.CallSid ?? "")).toBeUndefined();
  });

  test("the hangup of a voicemail goes on to a Function, and the later status callback finds it ended", async () => {
    const voicemail = state("v", "record-voicemail", { hangup: "fn" });
    const { post, sent, studio } = bench([trigger("v"), voicemail, fn("fn")]);
    await post();
    await post({ ...over, Digits: "hangup" }, "FlowEvent=recordingComplete");
    await post(over);
    expect(sent).toHaveLength(1);
    expect(studio.executionOf(CALL.CallSid ?? "")?.path).toEqual(["Trigger", "v", "fn"]);
  });

  test("answers a redirect that is not expected back at once, and finishes what its timeout leads to", async () => {
    const redirect = state(
      "r",
      "add-twiml-redirect",
      { timeout: "fn" },
      { url: "https://gatehouse.example/reject", timeout: "0" },
    );
    const { post, sent } = bench([trigger("r"), redirect, fn("fn")]);
    expect((await post())?.body).toContain(
      '<Redirect method="POST">https://gatehouse.example/reject</Redirect>',
    );
    expect(sent).toHaveLength(1);
  });

  test("follows the redirects of an HTTP request", async () => {
    const http = state(
      "http",
      "make-http-request",
      { success: "", failed: "" },
      { url: "https://api.example/a" },
    );
    const { post, sent } = bench([trigger("http"), http], {
      kind: "reply",
      status: 301,
      contentType: "",
      body: "",
      location: "/b",
    });
    await post();
    expect(sent.slice(0, 2).map(({ url }) => url)).toEqual([
      "https://api.example/a",
      "https://api.example/b",
    ]);
    expect(sent).toHaveLength(11);
  });

  test("complains by name when a flow needs a widget that it does not run", async () => {
    const { post, journal } = bench([trigger("q"), state("q", "enqueue-call", {})]);
    expect((await post())?.body).toContain("<Response/>");
    expect(journal.complaints).toEqual([
      "Studio: Cannot run q: local Twilio does not run enqueue-call widgets yet",
    ]);
  });

  test("knows no other path, account, flow or method", async () => {
    const { studio, flowSid } = bench([trigger("say"), say("Hello")]);
    const handle = (method: string, path: string) =>
      studio.handle({
        method,
        host: studio.host,
        path,
        query: new URLSearchParams(),
        headers: {},
        body: new URLSearchParams(CALL),
      });
    expect(handle("POST", "/")).toBeUndefined();
    expect(handle("POST", `/v1/Accounts/AC${"1".repeat(32)}/Flows/${flowSid}`)).toBeUndefined();
    expect(handle("POST", `/v1/Accounts/${ACCOUNT}/Flows/FW${"1".repeat(32)}`)).toBeUndefined();
    expect(handle("DELETE", `/v1/Accounts/${ACCOUNT}/Flows/${flowSid}`)).toBeUndefined();
  });

  test("refuses what is no call and what is no flow", async () => {
    const { post, studio } = bench([trigger("say"), say("Hello")]);
    expect(() => studio.createFlow({ states: [] })).toThrow("Cannot read flow");
    expect(await post({ CallSid: "" })).toMatchObject({ status: 400 });
  });

  test("forgets the oldest ended executions, and never an active one", async () => {
    const { post, studio } = bench([trigger("say"), say("Hello")], reply("{}"), 2);
    await post({ CallSid: "CA0" });
    for (const callSid of ["CA1", "CA2", "CA3"]) {
      await post({ CallSid: callSid });
      await post({ CallSid: callSid, ...over });
    }
    const kept = ["CA0", "CA1", "CA2", "CA3"].filter((callSid) => studio.executionOf(callSid) !== undefined);
    expect(kept).toEqual(["CA0", "CA2", "CA3"]);
  });
});
