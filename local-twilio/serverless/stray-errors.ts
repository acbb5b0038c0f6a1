import { AsyncLocalStorage } from "node:async_hooks";

/** The invocation that the running code belongs to, so that an error nobody caught ends that invocation only. */
export const invocation = new AsyncLocalStorage<{ readonly fail: (error: unknown) => void }>();

let guards = 0;

/**
 * Keeps this process alive when a Function leaves a rejected promise behind or throws in a timer: in the cloud that
 * ends one invocation. Errors that are no Function's end the process as they always do. Returns what undoes it.
 */
export function guardAgainstStrayErrors(): () => void {
  guards += 1;
  if (guards === 1) {
    process.on("uncaughtException", onUncaught);
    process.on("unhandledRejection", onUnhandled);
  }
  return () => {
    guards -= 1;
    if (guards === 0) removeListeners();
  };
}

function onUncaught(error: unknown): void {
  handleStray(error, process.listenerCount("uncaughtException"));
}

function onUnhandled(reason: unknown): void {
  handleStray(reason, process.listenerCount("unhandledRejection"));
}

function handleStray(error: unknown, listeners: number): void {
  const owner = invocation.getStore();
  if (owner !== undefined) owner.fail(error);
  if (owner !== undefined || listeners > 1) return;
  removeListeners();
  setImmediate(() => {
    throw error;
  });
}

function removeListeners(): void {
  process.off("uncaughtException", onUncaught);
  process.off("unhandledRejection", onUnhandled);
}
