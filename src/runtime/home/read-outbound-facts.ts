import type { Home } from "../../policy/home/home";
import { localDate } from "../../policy/home/is-within";
import type { OutboundCall, OutboundFact } from "../../policy/home/outbound-call";
import { insist } from "../../store/patience";
import { readLists } from "../../store/read-lists";
import type { SyncItem } from "../../store/sync-gateway";
import { parseUsage, usageKey } from "../../store/usage";
import type { SipDestination } from "../../telephony/parse-sip-destination";
import type { CallWiring } from "../wiring";

/** What was read about a number that is dialled. */
export interface OutboundReading
  extends Pick<OutboundCall, "entry" | "isEntryMalformed" | "state" | "usage" | "unreadable"> {
  /** The day whose minutes a call takes, with its item as it was found; undefined: calls are not counted. */
  readonly budget:
    | { readonly day: string; readonly known: { readonly item: SyncItem | undefined } }
    | undefined;
}

/** About who dials no number there is nothing to read. */
export const NOTHING_READ: OutboundReading = {
  entry: undefined,
  isEntryMalformed: false,
  state: undefined,
  usage: undefined,
  unreadable: [],
  budget: undefined,
};

/** With the round of writes that may follow (2 s), within the 4 seconds of a Function. */
const BUDGET_MS = 1600;

/** Reads, in one parallel batch, what the lists say of a number, how the phone stands, and what its calls took today. Never throws. */
export async function readOutboundFacts(
  wiring: CallWiring,
  { number }: SipDestination & { readonly kind: "number" },
  home: Home,
): Promise<OutboundReading> {
  const caller = { kind: "number", number } as const;
  const store = { sync: () => wiring.sync(), random: () => wiring.random() };
  const [lists, used] = await Promise.all([
    readLists(store, ["allowlist", "home"], { caller, locale: wiring.policy() }),
    home.outgoing.minutesPerDay === 0 ? undefined : readUsage(wiring),
  ]);
  const unread: OutboundFact[] = used?.found === undefined && used !== undefined ? ["usage"] : [];
  const item = used?.found?.item;
  return {
    entry: lists.facts.allowlist,
    isEntryMalformed: lists.malformed.includes("allowlist"),
    state: lists.facts.home,
    usage: item && parseUsage(item.data),
    unreadable: [...OF_LISTS.filter((name) => lists.unreadable.includes(name)), ...unread],
    budget: used?.found && { day: used.day, known: used.found },
  };
}

const OF_LISTS = ["allowlist", "home"] as const;

interface UsageReading {
  readonly day: string;
  /** Undefined: it could not be read. */
  readonly found: { readonly item: SyncItem | undefined } | undefined;
}

async function readUsage(wiring: CallWiring): Promise<UsageReading> {
  const day = localDate(wiring.now().getTime(), wiring.policy().timezone);
  try {
    const sync = wiring.sync();
    const found = await insist({ random: () => wiring.random() }, BUDGET_MS, async () => ({
      item: await sync.readItem("home", usageKey(day)),
    }));
    return { day, found };
  } catch {
    return { day, found: undefined };
  }
}
