import { inLanes } from "../../../src/lists/in-lanes";

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test("works on so many at a time, and on each once", async () => {
  let [now, most] = [0, 0];
  const done: number[] = [];
  await inLanes(3, [1, 2, 3, 4, 5, 6, 7], async (item) => {
    now += 1;
    most = Math.max(most, now);
    await settled();
    done.push(item);
    now -= 1;
  });
  expect([most, done]).toEqual([3, [1, 2, 3, 4, 5, 6, 7]]);
});

test("begins nothing more after a failure, and throws it only when what was begun is over", async () => {
  const [begun, over]: [number[], number[]] = [[], []];
  const work = inLanes(2, [1, 2, 3, 4, 5, 6], async (item) => {
    begun.push(item);
    await settled();
    if (item === 1) throw new Error("first");
    await settled();
    over.push(item);
  });
  await expect(work).rejects.toThrow("first");
  expect([begun, over]).toEqual([[1, 2], [2]]);
});
