import { type AttemptNews, learnOfAttempt } from "../../policy/office/callback-attempt";
import type { CallbackLink } from "../../policy/office/callback-link";
import type { Callback } from "../../policy/office/callback-queue";
import { changeCallback } from "../../store/callbacks";
import type { CallWiring } from "../wiring";

/** Tells the call-back of an attempt what is learned of it. @returns what it then is. @throws SyncUnavailable */
export async function tellCallback(
  wiring: CallWiring,
  { number }: CallbackLink,
  news: AttemptNews,
): Promise<Callback | undefined> {
  const store = { sync: wiring.sync(), random: () => wiring.random(), now: wiring.now() };
  const { outcome, before, after } = await changeCallback(
    store,
    number,
    (current) => current && learnOfAttempt(current, news),
  );
  if (outcome === "lost") wiring.log("callback-news-lost", { news: news.kind });
  return outcome === "lost" ? before : after;
}
