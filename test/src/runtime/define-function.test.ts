import { defineVoiceFunction } from "../../../src/runtime/define-call-function";
import { defineFunction } from "../../../src/runtime/define-function";
import { json, xml } from "../../../src/runtime/reply";
import { requireText } from "../../../src/telephony/form";
import { contextWith, installRuntime, run } from "./fake-runtime";

installRuntime();
const SID = `CA${"1".repeat(32)}`;
const logged = jest.spyOn(console, "error").mockImplementation(() => undefined);
jest.spyOn(console, "log").mockImplementation(() => undefined);
beforeEach(() => logged.mockClear());
const log = () => logged.mock.calls.flat().join("\n");
const FALLBACK = xml("<Response/>");
const anything = () => undefined;

test("a Function answers what its handler gives, with the content type said aloud", async () => {
  const handler = defineFunction(
    (form) => requireText(form, "Name"),
    async (name) => json({ name }),
  );
  const { status, headers, body } = await run(handler, { Name: "Bo" });
  expect([status, headers, body]).toEqual([200, { "Content-Type": "application/json" }, { name: "Bo" }]);
});

test("the exported handler is not async and gives nothing back", () => {
  const handler = defineFunction(anything, async () => json({}));
  expect(handler.constructor.name).toBe("Function");
  expect(handler(contextWith({}), {}, () => undefined)).toBeUndefined();
});

test("a parameter that is missing is answered with 400 and its name", async () => {
  const handler = defineFunction(
    (form) => requireText(form, "CallSid"),
    async () => json({}),
  );
  const { status, body } = await run(handler, {});
  expect([status, body]).toEqual([400, "Cannot read incoming call: CallSid is missing"]);
});

const troubles: readonly [string, () => Promise<never>][] = [
  ["rejects", () => Promise.reject(new Error("no"))],
  [
    "throws at once",
    () => {
      throw new Error("no");
    },
  ],
  [
    "throws a TypeError, which is no reader's refusal",
    () => {
      throw new TypeError("no");
    },
  ],
  ["rejects with what is no Error", () => Promise.reject("no")],
  [
    "throws later",
    async () => {
      await new Promise(setImmediate);
      throw new Error("no");
    },
  ],
];

test.each(troubles)("a handler that %s is answered with 500, and logged", async (_name, handle) => {
  expect(await run(defineFunction(anything, handle), { CallSid: SID })).toMatchObject({ status: 500 });
  expect(JSON.parse(log())).toMatchObject({ event: "function-failed", path: "/x", callSid: SID });
});

test.each(troubles)(
  "a voice webhook whose handler %s is answered with its fallback",
  async (_name, handle) => {
    const { status, headers, body } = await run(defineVoiceFunction(anything, handle, FALLBACK), {});
    expect([status, headers, body]).toEqual([200, { "Content-Type": "text/xml" }, "<Response/>"]);
  },
);

test("a voice webhook that cannot be read is answered with TwiML too", async () => {
  const refuse = () => {
    throw new TypeError("no");
  };
  expect(
    await run(
      defineVoiceFunction(refuse, async () => FALLBACK, FALLBACK),
      {},
    ),
  ).toMatchObject({ status: 200 });
});

test("a reader that fails in another way than refusing is a 500", async () => {
  const broken = () => {
    throw new RangeError("broken");
  };
  expect(
    await run(
      defineFunction(broken, async () => json({})),
      {},
    ),
  ).toMatchObject({ status: 500 });
});

test("an answer that cannot be made a response is a 500 as well", async () => {
  const odd = defineFunction(anything, () => Promise.resolve(JSON.parse("null")));
  expect(await run(odd, {})).toMatchObject({ status: 500 });
});

describe("however slow the handler", () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ["performance"] }));
  afterEach(() => jest.useRealTimers());

  test("there is one answer, after four seconds at the latest", async () => {
    let finish: (reply: ReturnType<typeof json>) => void = () => undefined;
    const slow = new Promise<ReturnType<typeof json>>((resolve) => {
      finish = resolve;
    });
    const callback = jest.fn();
    defineFunction(anything, () => slow)(contextWith({}), {}, callback);
    await jest.advanceTimersByTimeAsync(3999);
    expect(callback).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(callback).toHaveBeenCalledTimes(1);
    expect(callback.mock.calls[0]?.[1]).toMatchObject({ status: 500 });
    finish(json({ late: true }));
    await jest.advanceTimersByTimeAsync(10_000);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test("a handler that fails after that harms nobody", async () => {
    const callback = jest.fn();
    const late = () => new Promise<never>((_, reject) => setTimeout(() => reject(new Error("late")), 5000));
    defineFunction(anything, late)(contextWith({}), {}, callback);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(callback).toHaveBeenCalledTimes(1);
  });

  test("no timer is left behind by a quick one", async () => {
    defineFunction(anything, async () => json({}))(contextWith({}), {}, () => undefined);
    await jest.advanceTimersByTimeAsync(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});

describe("logs hold no number, digits, name or address", () => {
  test.each([
    "Cannot reach +12125550199 from (212) 555-0100",
    "digits 4 2 7 9 were wrong, 042719 too",
    "mail to ann@example.com refused",
    'Unexpected token B, "Bo Example" is not valid JSON',
    "at '+1 212-555-0199'",
  ])("%s", async (message) => {
    await run(
      defineFunction(anything, () => Promise.reject(new Error(message))),
      { CallSid: SID },
    );
    const { message: written } = JSON.parse(log());
    expect(written).not.toMatch(/\d{4}|\d[ -]\d|@|Bo Example/);
    expect(log()).toContain(SID);
  });

  test("a CallSid that is none is scrubbed as well; a status is kept", async () => {
    await run(
      defineFunction(anything, () => Promise.reject(new Error("Sync answered 503"))),
      { CallSid: "+12125550199" },
    );
    expect(JSON.parse(log())).toMatchObject({ callSid: "…", message: "Sync answered 503" });
  });

  test("words where a SID belongs, as a hand edit may put them, are scrubbed too", async () => {
    await run(
      defineFunction(anything, () => Promise.reject(new Error("no"))),
      { CallSid: "Bo" },
    );
    expect(JSON.parse(log())).toMatchObject({ callSid: "…" });
  });
});
