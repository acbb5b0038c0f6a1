import type { ProviderName } from "../policy/reputation";
import { parseObject } from "../telephony/parse-object";
import { type Answer, exchange } from "./exchange";
import { nonsense } from "./finding";
import type { Assess, Credentials, Finding, PaidProvider } from "./provider";

/** How a provider that is paid for is asked, with the credentials of its account. */
export function askProvider(name: ProviderName, provider: PaidProvider, credentials: Credentials): Assess {
  return async (number, budgetMs) => {
    const found = findingOf(provider, await exchange(provider.ask(number), credentials, budgetMs));
    return found.kind === "score" ? { ...found, provider: name } : found;
  };
}

function findingOf({ title, read }: PaidProvider, answer: Answer): Finding {
  switch (answer.kind) {
    case "answered":
      return answer.text === undefined ? nonsense(title) : read(parseObject(answer.text));
    case "refused":
      return { kind: "unknown", why: describeRefusal(title, answer.status) };
    case "broken":
      return { kind: "unknown", why: `${title} could not be reached` };
    case "late":
      return { kind: "unknown", why: `${title} did not answer in time` };
  }
}

function describeRefusal(title: string, status: number): string {
  if (status === 401 || status === 403) return `${title} refused our credentials (${status})`;
  return status === 402 ? `${title} is not paid (402)` : `${title} answered ${status}`;
}
