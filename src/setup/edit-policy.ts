import { valueAt } from "../config/explain-issue";
import { formatPath } from "../config/problem";
import type { UncompiledPolicy } from "../config/read-policy";
import type { Change, Edited } from "./change";
import { homeLinesOf, ringingPhoneOf } from "./home-lines";
import { HOUSE_FILES, type House } from "./house-files";
import { setJsonText } from "./json-text";
import type { Answers, QuestionName } from "./question";
import { splitNumbers } from "./split-numbers";

/** A policy that says nothing yet, with the defaults of what setup asks first. */
const EMPTY = `{
  "$schema": "../gatehouse.schema.json",
  "country": "US",
  "timezone": "America/New_York",
  "owner": {},
  "lines": {
  }
}
`;

/** Where in the policy an answer stands that is taken as it is. */
const PATHS: readonly (readonly [QuestionName, readonly string[]])[] = [
  ["name", ["owner", "name"]],
  ["email", ["owner", "email"]],
  ["country", ["country"]],
  ["timezone", ["timezone"]],
];

interface Setting {
  readonly path: readonly string[];
  readonly value: string;
}

/** The policy file with the answers in it. Nothing else in it changes; without any, it stays as it is. */
export function editPolicy({ policyText, policy }: House, answers: Answers): Edited {
  const before: unknown = policyText === undefined ? {} : JSON.parse(policyText.replace(/^\ufeff/, ""));
  const wanted = [...plain(answers), ...ringing(policy, answers), ...ringingHome(before, policy, answers)];
  const settings = wanted.filter(({ path, value }) => valueAt(before, path) !== value);
  return {
    text: settings.reduce((text, { path, value }) => setJsonText(text, path, value), policyText ?? EMPTY),
    changes: settings.map((setting) => changeOf(setting, valueAt(before, setting.path))),
  };
}

function changeOf({ path, value }: Setting, old: unknown): Change {
  const change = { file: HOUSE_FILES.policy, what: formatPath(path), to: value };
  return typeof old === "string" ? { ...change, from: old } : change;
}

function plain(answers: Answers): Setting[] {
  return PATHS.flatMap(([name, path]) => {
    const value = answers.get(name);
    return value === undefined ? [] : [{ path, value }];
  });
}

/**
 * New lines ring the phone. Of the lines there are, a new phone is rung by those that rang the old one, and those that the
 * owner names in this run; a line that rings another phone keeps it. Numbers that are written otherwise stay so.
 */
function ringing(policy: UncompiledPolicy | undefined, answers: Answers): Setting[] {
  const atHome = [...homeLinesOf(policy), ...splitNumbers(answers.get("home") ?? "")];
  const lines = Object.values(policy?.lines ?? {}).filter(({ number }) => !atHome.includes(number));
  const old = ringingPhoneOf(policy);
  const phone = answers.get("phone") ?? old;
  if (phone === undefined) return [];
  const named = splitNumbers(answers.get("line") ?? "").filter((number) => !atHome.includes(number));
  const moved = lines.filter(
    ({ number, ring }) => ring.to !== phone && (ring.to === old || named.includes(number)),
  );
  const added = named.filter((number) => !lines.some((line) => line.number === number));
  const rings = [...(answers.has("phone") ? moved.map(({ number }) => number) : []), ...added];
  return [
    ...ownerPhone(policy, { old, phone }),
    ...rings.map((number) => ({ path: ["lines", keyOf(number, policy), "ring", "to"], value: phone })),
  ];
}

/**
 * Lines that ring the home's phone. Rules that the owner has written for one stay; so does a section `home`, which else
 * begins with the number that the phone shows.
 */
function ringingHome(before: unknown, policy: UncompiledPolicy | undefined, answers: Answers): Setting[] {
  const numbers = splitNumbers(answers.get("home") ?? "");
  const lines = numbers.flatMap((number) => {
    const line = ["lines", keyOf(number, policy)];
    const hasRules = valueAt(before, [...line, "rules"]) !== undefined;
    return [
      { path: [...line, "ring", "to"], value: "home" },
      ...(hasRules ? [] : [{ path: [...line, "rules"], value: "household" }]),
    ];
  });
  const [first] = numbers;
  const isNew = first !== undefined && valueAt(before, ["home"]) === undefined;
  return [...lines, ...(isNew ? [{ path: ["home", "callerId"], value: first }] : [])];
}

/** As the owner has written it. */
function keyOf(number: string, policy: UncompiledPolicy | undefined): string {
  const line = policy?.lines[number];
  return policy === undefined || line === undefined ? number : policy.keyOf(line.number);
}

/** The owner's own phone is the one that rings, unless they have said otherwise. */
function ownerPhone(
  policy: UncompiledPolicy | undefined,
  { old, phone }: { readonly old: string | undefined; readonly phone: string },
): Setting[] {
  const written = policy?.owner.phone;
  const isSo = written === phone || (written === undefined && phone === old);
  const isAnother = written !== undefined && written !== old;
  return isSo || isAnother ? [] : [{ path: ["owner", "phone"], value: phone }];
}
