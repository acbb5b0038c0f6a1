import type { AllowEntry } from "../../../src/policy/home/allow-entry";
import type { RuleName } from "../../../src/policy/line";
import type { RuleRow } from "./rule-row";
import { HOME, home, LINE, line, NOON, OTHER_LINE, STRANGER } from "./samples";

type HomeRule = Extract<RuleName, "callbacks" | "owner" | "allowlist" | "message">;

const BEDTIME = Date.parse("2026-01-05T20:30:00-05:00");
const MORNING = Date.parse("2026-01-06T07:00:00-05:00");

const atHome = { home: home(), line: line({ ring: { to: "home" } }) };
const fromOwner = {
  home: home(),
  caller: { kind: "number", number: HOME },
  owner: { name: "Ann", phone: HOME, hasPin: true, hasOffice: false },
} as const;
const withheld = { caller: { kind: "withheld" } } as const;

const GRAN: AllowEntry = { person: "Gran", direction: "both", overrideBedtime: false, primaryContact: false };
const listed = (change: Partial<AllowEntry> = {}) => ({ allowlist: { ...GRAN, ...change } });
const rings = { action: "household" };
const asleep = { action: "voicemail", greeting: "It is bedtime here." };
const mornings = [{ days: ["mon"], from: 9 * 60, to: 12 * 60 }] as const;

// What a home's phone needs: an earlier system for a children's phone, and the fields it kept but never used.
export const HOME_RULE_TABLES: { readonly [Name in HomeRule]: readonly RuleRow[] } = {
  callbacks: [
    ["rings for anybody after an emergency call", atHome, { home: { callbacksUntil: NOON + 1 } }, rings],
    [
      "rings for who withholds the number",
      { ...atHome, ...withheld },
      { home: { callbacksUntil: NOON + 1 } },
      rings,
    ],
    [
      "rings though the phone is paused",
      atHome,
      { home: { callbacksUntil: NOON + 1, pausedUntil: NOON + 1 } },
      rings,
    ],
    ["is over at the instant", atHome, { home: { callbacksUntil: NOON } }, "no emergency call"],
    ["lets calls pass on before any", atHome, {}, "no emergency call"],
    ["rings no home that there is not", {}, { home: { callbacksUntil: NOON + 1 } }, "no emergency call"],
  ],
  owner: [
    ["asks the owner's number for the PIN", fromOwner, {}, { action: "owner" }],
    [
      "says when nobody vouches for the number",
      fromOwner,
      {},
      { reason: expect.stringContaining("not attested") },
    ],
    [
      "says what is vouched for",
      { ...fromOwner, attestation: "B" },
      {},
      { reason: expect.stringContaining("attested B") },
    ],
    [
      "says when the signature is wrong",
      { ...fromOwner, attestation: "failed" },
      {},
      { reason: expect.stringContaining("attestation failed") },
    ],
    [
      "lets others pass on",
      { ...fromOwner, caller: { kind: "number", number: STRANGER } },
      {},
      "not the owner's number",
    ],
    [
      "asks nobody when there is no PIN",
      { ...fromOwner, owner: { name: "Ann", phone: HOME, hasPin: false, hasOffice: false } },
      {},
      "no OWNER_PIN_HASH",
    ],
    ["asks nobody without a number", { ...fromOwner, ...withheld }, {}, "not the owner's number"],
    [
      "asks where there is an office to open and close",
      { ...fromOwner, home: undefined, owner: { name: "Ann", phone: HOME, hasPin: true, hasOffice: true } },
      {},
      { action: "owner" },
    ],
    [
      "asks nobody where there is no home",
      { ...fromOwner, home: undefined },
      {},
      "neither a home nor an office",
    ],
    [
      "requires full attestation where the policy does",
      { ...fromOwner, home: home({ ownerAttestation: "A" }), attestation: "B" },
      {},
      "A is required",
    ],
    [
      "takes full attestation",
      { ...fromOwner, home: home({ ownerAttestation: "A" }), attestation: "A" },
      {},
      { action: "owner" },
    ],
  ],
  allowlist: [
    ["rings for a listed caller", atHome, listed(), { ...rings, reason: "on the allow list as Gran" }],
    [
      "rings for one without a name",
      atHome,
      listed({ person: "" }),
      { ...rings, reason: "on the allow list" },
    ],
    ["lets others pass on", atHome, {}, "not on the allow list"],
    ["lets who may only be called pass on", atHome, listed({ direction: "out" }), "outgoing calls only"],
    ["rings for who may only call", atHome, listed({ direction: "in" }), rings],
    [
      "rings the line's telephone where there is one",
      { home: home() },
      listed(),
      { action: "connect", to: HOME },
    ],
    [
      "does not ring the telephone that calls",
      { home: home(), line: line({ ring: { to: STRANGER } }) },
      listed(),
      { action: "voicemail" },
    ],
    ["counts on the lines named", atHome, listed({ lines: [LINE] }), rings],
    ["does not count on others", atHome, listed({ lines: [OTHER_LINE] }), "does not count here"],
    ["does not count any more", atHome, listed({ until: NOON }), "does not count here"],
    ["takes a message at bedtime", { ...atHome, now: BEDTIME }, listed(), asleep],
    ["rings until bedtime", { ...atHome, now: BEDTIME - 1 }, listed(), rings],
    ["rings from the morning on", { ...atHome, now: MORNING }, listed(), rings],
    ["takes a message until the morning", { ...atHome, now: MORNING - 1 }, listed(), asleep],
    ["rings at bedtime for who may", { ...atHome, now: BEDTIME }, listed({ overrideBedtime: true }), rings],
    [
      "takes a message out of a person's hours",
      atHome,
      listed({ hours: [{ days: ["tue"], from: 0, to: 1440 }] }),
      { action: "voicemail", greeting: expect.stringContaining("at other times") },
    ],
    ["rings in a person's hours", { ...atHome, now: NOON - 1 }, listed({ hours: mornings }), rings],
    ["rings to the minute", atHome, listed({ hours: mornings }), { action: "voicemail" }],
    [
      "takes a message while paused, from who may ring at bedtime too",
      { ...atHome, now: NOON },
      { ...listed({ overrideBedtime: true }), home: { pausedUntil: NOON + 1 } },
      { action: "voicemail", greeting: "The phone has a rest." },
    ],
    ["rings when the pause is over", atHome, { ...listed(), home: { pausedUntil: NOON } }, rings],
    [
      "takes the owner's number as listed",
      { ...fromOwner, ...atHome },
      {},
      { ...rings, reason: "on the allow list as Ann" },
    ],
    ["lets the owner's number sleep at bedtime", { ...fromOwner, ...atHome, now: BEDTIME }, {}, asleep],
    [
      "keeps to an entry that the owner's number has",
      { ...fromOwner, ...atHome },
      listed({ direction: "out" }),
      "outgoing calls only",
    ],
  ],
  message: [["says the line's message", {}, {}, { action: "message", say: "Only listed numbers may call." }]],
};
