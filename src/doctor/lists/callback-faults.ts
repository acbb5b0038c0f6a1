import type { KeptEntry } from "../../lists/entry-change";
import { isData } from "../../lists/read-entry";
import { CALLBACK_STATES } from "../../policy/office/callback-queue";
import { isE164 } from "../../telephony/e164";

/** What keeps an item of the map `callbacks` from being a call-back: a clause each. */
export function callbackFaults({ key, data }: KeptEntry): readonly string[] {
  const isNumber = isE164(key);
  const wrong = isData(data) ? FIELDS.filter(({ name, isRight }) => !isRight(data[name])) : FIELDS;
  return [
    ...(isNumber ? [] : ["the key is no telephone number, such as +12125550123"]),
    ...wrong.map(({ name, allowed }) => `"${name}" is not ${allowed}`),
  ];
}

const isText = (value: unknown): value is string => typeof value === "string";

const FIELDS: readonly {
  readonly name: string;
  readonly allowed: string;
  readonly isRight: (value: unknown) => boolean;
}[] = [
  { name: "line", allowed: "the number of a line", isRight: (value) => isText(value) && isE164(value) },
  { name: "department", allowed: "the name of a department", isRight: isText },
  {
    name: "askedAt",
    allowed: "an instant, such as 2026-01-05T15:00:00Z",
    isRight: (value) => isText(value) && !Number.isNaN(Date.parse(value)),
  },
  {
    name: "state",
    allowed: `one of ${CALLBACK_STATES.join(", ")}`,
    isRight: (value) => CALLBACK_STATES.some((state) => state === value),
  },
];
