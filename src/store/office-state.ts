import type { OfficeState } from "../policy/office/office-state";
import { type Change, changeItem, type Store } from "./change-item";
import { OFFICE_STATE_KEY, parseOfficeState } from "./parse-office-state";

const FOR_EVER = 0;

/** The step of a call that changes the switch, and the IANA name of the owner's clocks. */
export interface OfficeChange {
  readonly step: string;
  readonly timezone: string;
}

/**
 * Changes the owner's switch for the opening hours; others who do so at the same time lose nothing. A step of a call that
 * has done so before changes nothing: its webhook was delivered twice. What the owner wrote besides stays.
 * @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeOfficeState(
  store: Store,
  { step, timezone }: OfficeChange,
  change: (state: OfficeState) => OfficeState,
): Promise<{ readonly outcome: Change["outcome"]; readonly state: OfficeState }> {
  const target = { map: "office", key: OFFICE_STATE_KEY, ttlSeconds: FOR_EVER } as const;
  const { outcome, data } = await changeItem(store, target, (current) => {
    if (current?.changedBy === step) return current;
    const { mode: _mode, departments: _departments, until: _until, ...others } = current ?? {};
    return { ...others, ...renderState(change(parseOfficeState(current ?? {}, timezone))), changedBy: step };
  });
  return { outcome, state: parseOfficeState(data ?? {}, timezone) };
}

/** As the owner reads it in the Sync console. */
function renderState({ mode, departments, until }: OfficeState) {
  return {
    mode,
    ...(Object.keys(departments).length === 0 ? {} : { departments }),
    ...(until === undefined ? {} : { until: new Date(until).toISOString() }),
  };
}
