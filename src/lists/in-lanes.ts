/**
 * Does work on each item, on up to `lanes` of them at a time. After the first failure nothing more is begun, and it is
 * thrown when what had been begun is over.
 */
export async function inLanes<T>(
  lanes: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failure: { readonly reason: unknown } | undefined;
  const lane = async () => {
    for (const item of queue) {
      if (failure !== undefined) return;
      await work(item).catch((reason: unknown) => {
        failure ??= { reason };
      });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failure !== undefined) throw failure.reason;
}
