import { hostname } from "node:os";
import type { Holder } from "./deploy-lock";

/** This process, as the holder of the lock that lets one deploy in at a time. */
export function thisHolder(): Holder {
  return { host: hostname(), pid: process.pid, isAlive, at: new Date().toISOString() };
}

/** Signal 0 only asks. @see https://nodejs.org/api/process.html#processkillpid-signal */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
