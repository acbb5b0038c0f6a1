import { loadFunction } from "../local-twilio/serverless/load-function";
import { friendCalling, isConnect, stubRuntime } from "./stub-runtime";

/** Screens one call of a contact; rejects when the contact would not be connected. */
export type ScreenFriend = () => Promise<void>;

/** Loads the built `/incoming/screen` into this process, warm, with nothing of Twilio's runtime around it. */
export function loadScreen(
  file: string,
  line: string,
  assets: Readonly<Record<string, string>>,
): ScreenFriend {
  const quiet = Object.assign(Object.create(console), { log: () => undefined, error: () => undefined });
  const handler = loadFunction(file, { ...stubRuntime(assets), console: quiet });
  const [context, event] = friendCalling(line);
  return () =>
    new Promise((resolve, reject) => {
      handler(context, event, (error, reply) => {
        if (isConnect(error, reply)) resolve();
        else
          reject(new Error(`Cannot measure: a contact is not connected: ${JSON.stringify(error ?? reply)}`));
      });
    });
}

/** Own CPU, in milliseconds, of each of `rounds` runs, after as many as needed to be warm. */
export async function cpuOf(work: () => unknown, rounds: number): Promise<number[]> {
  for (let round = 0; round < 1000; round += 1) await work();
  const spent: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  }
  return spent;
}
