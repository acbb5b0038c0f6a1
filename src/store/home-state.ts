import type { HomeState } from "../policy/home/home-state";
import { type Change, changeItem, type Store } from "./change-item";
import { HOME_STATE_KEY, parseHomeState } from "./parse-home-state";
import type { SyncGateway } from "./sync-gateway";

const FOR_EVER = 0;

/** What holds for the home's phone just now; nothing does where nothing was written. @throws SyncUnavailable */
export async function readHomeState(sync: SyncGateway): Promise<HomeState> {
  return parseHomeState((await sync.readItem("home", HOME_STATE_KEY))?.data ?? {});
}

/**
 * Changes what holds for the home's phone; others who do so at the same time lose nothing. Giving back the very state
 * writes nothing. @throws SyncUnavailable when Sync gives no usable answer
 */
export async function changeHomeState(
  store: Store,
  change: (state: HomeState) => HomeState,
): Promise<{ readonly outcome: Change["outcome"]; readonly state: HomeState }> {
  const target = { map: "home", key: HOME_STATE_KEY, ttlSeconds: FOR_EVER } as const;
  const { outcome, data } = await changeItem(store, target, (current = {}) => {
    const state = parseHomeState(current);
    const changed = change(state);
    if (changed === state) return current;
    const { callbacksUntil: _until, pausedUntil: _paused, pauseChangedBy: _step, ...others } = current;
    return { ...others, ...renderState(changed) };
  });
  return { outcome, state: parseHomeState(data ?? {}) };
}

/** Instants as the owner reads them in the Sync console. */
function renderState({ callbacksUntil, pausedUntil, pauseChangedBy }: HomeState) {
  return {
    ...(callbacksUntil === undefined ? {} : { callbacksUntil: new Date(callbacksUntil).toISOString() }),
    ...(pausedUntil === undefined ? {} : { pausedUntil: new Date(pausedUntil).toISOString() }),
    ...(pauseChangedBy === undefined ? {} : { pauseChangedBy }),
  };
}
