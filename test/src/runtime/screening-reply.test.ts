import type { Decision } from "../../../src/policy/verdict";
import { screeningReply } from "../../../src/runtime/screening-reply";
import { office } from "../policy/office/samples";
import { callSid, line, STRANGER } from "../policy/samples";

const told: Decision = {
  rule: "vanity",
  verdict: { action: "vanity", reason: "is told what a number spells" },
  trace: ["blocklist: not in the list"],
};
const about = {
  ...{ callSid: callSid("a"), numDigits: 3, secret: "a secret", linkSecret: "another" },
  line: line({ rules: ["blocklist", "vanity"] }),
  caller: { kind: "number", number: STRANGER },
  office: undefined,
} as const;

test("the flow is told to tell what a number spells, and what a message would be asked for with", () => {
  expect(screeningReply(told, about)).toEqual({
    ...{ action: "vanity", rule: "vanity", reason: "is told what a number spells", trace: told.trace },
    ...{ greeting: "Please leave a message after the tone.", language: "en-US" },
  });
  const french = screeningReply(told, { ...about, office: office({ languages: ["fr"] }) });
  expect(french).toMatchObject({ language: "fr-FR" });
});

test("whoever shows the owner's number and gives no PIN is told, too", () => {
  const verdict = { action: "owner", reason: "the owner's number", say: "Enter your PIN." } as const;
  const decision: Decision = { rule: "owner", verdict, trace: [], withoutPin: told };
  expect(screeningReply(decision, about)).toMatchObject({ action: "owner", withoutPin: "vanity" });
});
