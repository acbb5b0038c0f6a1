const EVERY_MS = 500;

/**
 * Stops this process, as SIGTERM would, when the one that started it is gone. A signal to `npm start` ends npm and the
 * shell between, which does not pass it on: without this the servers would live on, unseen, and keep their ports. Only
 * under npm: a process that was put in the background on purpose stays.
 */
export function stopWithParent(): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, EVERY_MS);
  timer.unref();
}
