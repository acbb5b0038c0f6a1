import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What the published home phone does (DCCoder90/home-phone: its README, flow and Functions), and the scripted call that
 * shows Gatehouse do the same, or better. `npm test` plays those calls, and sees that they go as they expect.
 */
const BEHAVIOURS: readonly [behaviour: string, file: string, call: number, shown: object][] = [
  [
    "connects a listed caller to the SIP phone, which shows the caller's number",
    "home-answered",
    0,
    {
      verdict: { rule: "allowlist" },
      rang: [{ from: "+12125550146" }],
      room: { participants: [{}, "phone"] },
    },
  ],
  [
    "tells callers who are not listed that only listed ones are taken",
    "home-unlisted",
    0,
    { disposition: "message" },
  ],
  [
    "connects the owner to the phone; ours for the PIN, not for the number alone",
    "home-owner-options",
    0,
    { disposition: "connected", rang: [{ from: "+12125550123" }] },
  ],
  [
    "lets the owner listen to the call in progress for a code; ours is announced",
    "home-monitoring-on-join",
    1,
    { room: { participants: ["+12125550146", "phone", "+12125550123"] } },
  ],
  [
    "tells those on the line that the call is monitored or recorded",
    "home-monitoring-at-start",
    0,
    {
      phoneHeard: [
        "A parent may listen to this call.",
        "This call is recorded. If you do not agree, please hang up now.",
      ],
    },
  ],
  [
    "takes the call when the phone cannot be rung; ours takes a message",
    "home-api-down",
    0,
    { disposition: "voicemail" },
  ],
  [
    "dials a listed number with the home's own caller ID",
    "home-dials",
    0,
    { dialed: [{ to: "+12125550146", callerId: "+12125550102", status: "completed" }] },
  ],
  [
    "rings the owner's mobile about a number that is not listed, and they talk",
    "home-asks-owner",
    0,
    { disposition: "connected", dialed: [{ to: "+12125550123" }] },
  ],
  ["goes by one list in both directions", "home-dials", 1, { dialed: [{ to: "+12125550148" }] }],
  [
    "and keeps the listed from calling who may only be called",
    "home-answered",
    4,
    { disposition: "message" },
  ],
];

test.each(BEHAVIOURS)("Gatehouse %s: %s.json, call %i", (_behaviour, file, call, shown) => {
  const scenario = JSON.parse(readFileSync(join(__dirname, "../scenarios", `${file}.json`), "utf8"));
  expect(scenario.calls[call].expect).toMatchObject(shown);
});

/** What it does wrong, by its own code, and the call that shows Gatehouse do otherwise. */
const FAULTS: readonly [fault: string, file: string, call: number, shown: object][] = [
  [
    "911 rings the owner's mobile",
    "every-function-down-911",
    0,
    { dialed: [{ to: "911", status: "completed" }] },
  ],
  [
    "a second caller lands in the first call",
    "home-second-rings",
    1,
    { room: { participants: [{}, "phone"] } },
  ],
  ["a phone that is not answered rings for ever", "home-unanswered", 0, { disposition: "voicemail" }],
  ["who shows the owner's number is the owner", "home-owner-spoofed", 0, { verdict: { rule: "allowlist" } }],
  ["the code may be guessed for ever", "home-owner-locked", 1, { disposition: "connected" }],
  ["the dead field OverrideBedtime does nothing", "home-bedtime", 2, { disposition: "voicemail" }],
  ["the dead field PrimaryContact does nothing", "home-primary-contact", 0, { disposition: "connected" }],
];

test.each(FAULTS)("where %s, Gatehouse differs: %s.json, call %i", (_fault, file, call, shown) => {
  const scenario = JSON.parse(readFileSync(join(__dirname, "../scenarios", `${file}.json`), "utf8"));
  expect(scenario.calls[call].expect).toMatchObject(shown);
});
