import type { ListsCall } from "./command";
import type { EntryChange } from "./entry-change";
import type { ListDefinition } from "./list-definition";
import type { ListContents } from "./list-place";
import { createPace } from "./pace";
import { writeChanges, type Written } from "./write-changes";
import { writeDocument } from "./write-document";

/** So many writes are told at a time: some five seconds of them. */
const TOLD = 100;

/** Whether to go on: `--yes` says so, or who sits at the terminal. */
export async function isAgreed({ world, isSet }: ListsCall, question: string): Promise<boolean> {
  if (isSet("yes")) return true;
  return !isSet("json") && world.ask !== undefined && (await world.ask(question));
}

/** Makes changes to a list, all or none of them. */
export function carryOut(
  { world, account, serviceSid }: ListsCall,
  definition: ListDefinition,
  { contents, changes }: { readonly contents: ListContents; readonly changes: readonly EntryChange[] },
): Promise<Written> {
  const { name: map, store } = definition;
  if (store === "document") return writeDocument({ account, serviceSid }, map, { contents, changes });
  const { now } = world;
  const pace = createPace({ now, sleep: account.sleep });
  const onProgress = progressOf(world.tell);
  return world.guard((signal) =>
    writeChanges({ account, serviceSid, map, pace, now }, changes, { signal, onProgress }),
  );
}

/** Tells how far long work has come. */
export function progressOf(tell: (text: string) => void, what = "written") {
  return (done: number, of: number): void => {
    if (done % TOLD === 0 && done < of) tell(`${done} of ${of} ${what}`);
  };
}
