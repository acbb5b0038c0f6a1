import type { Policy } from "../../../src/policy/line";
import type { Handler } from "../../../src/runtime/answer-request";
import { SyncUnavailable, type WriteResult } from "../../../src/store/sync-gateway";
import { FRIEND, LINE, type LineChange, policy } from "../../src/policy/samples";
import { type FakeResponse, installRuntime, run } from "../../src/runtime/fake-runtime";
import { FakeSync } from "../../src/store/fake-sync";

/** As much of the helper library as Sync is used through, over Sync in memory: failures carry an HTTP status. */
export function syncClientOver(sync: FakeSync) {
  const fail = (status: number | undefined) => Object.assign(new Error("REST"), { status });
  const served = async <T>(request: Promise<T>): Promise<T> =>
    request.catch((failure) =>
      Promise.reject(failure instanceof SyncUnavailable ? fail(failure.status) : failure),
    );
  const found = async <T>(request: Promise<T | undefined>): Promise<T> => {
    const item = await served(request);
    if (item === undefined) throw fail(404);
    return item;
  };
  const STATUS = { conflict: 412, missing: 404, throttled: 429 };
  const written = async (request: Promise<WriteResult>) => {
    const result = await served(request);
    if (result.outcome === "written") return result.item;
    throw fail(STATUS[result.outcome]);
  };
  type Parameters = { key: string; data: object; ifMatch: string; itemTtl: number };
  const syncMaps = (map: "graylist") => ({
    syncMapItems: Object.assign(
      (key: string) => ({
        fetch: () => found(sync.readItem(map, key)),
        update: ({ data, ifMatch, itemTtl }: Parameters) =>
          written(sync.updateItem(map, key, { ...data }, { revision: ifMatch, ttlSeconds: itemTtl })),
        remove: () => served(sync.removeItem(map, key)),
      }),
      {
        create: ({ key, data, itemTtl }: Parameters) =>
          written(sync.createItem(map, key, { ...data }, itemTtl)),
        list: () => served(sync.listItems(map)),
      },
    ),
  });
  const documents = (name: "patterns") => ({ fetch: () => found(sync.readDocument(name)) });
  return { sync: { v1: { services: () => ({ syncMaps, documents }) } } };
}

const TIMERS = [
  ...["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate"],
  ...["setInterval", "clearInterval", "setTimeout", "clearTimeout"],
] as const;

/** The time of day stands still at `now`, in ms since 1970, and timers run on, until `jest.useRealTimers()`. */
export function stopClock(now: number): void {
  jest.useFakeTimers({ now, doNotFake: [...TIMERS] });
}

/** A house with one line: its Sync, and its Functions called as Studio calls them. */
export interface FunctionsHouse {
  readonly sync: FakeSync;
  readonly clientsMade: () => number;
  environment: Record<string, string>;
  call(handler: Handler, parameters: Record<string, string>): Promise<FakeResponse>;
}

/**
 * The Functions keep the policy while they are warm, so each house needs Functions of its own: use after
 * `jest.resetModules()`, with Functions imported anew.
 */
export function openHouse(
  change: LineChange = {},
  sync: FakeSync = new FakeSync(),
  more: Partial<Policy> = {},
): FunctionsHouse {
  installRuntime({
    "/gatehouse.json": JSON.stringify({ ...policy(change), ...more }),
    "/contacts.tsv": `${FRIEND}\tBo Example\n`,
  });
  let made = 0;
  const house: FunctionsHouse = {
    sync,
    clientsMade: () => made,
    environment: { CHALLENGE_SECRET: "a secret", SYNC_SERVICE_SID: `IS${"0".repeat(32)}` },
    call: (handler, parameters) =>
      run(
        handler,
        { To: LINE, ...parameters },
        {
          ...house.environment,
          getTwilioClient: () => {
            made += 1;
            return syncClientOver(sync);
          },
        },
      ),
  };
  return house;
}
