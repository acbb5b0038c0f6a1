import * as fc from "fast-check";
import { ExpiringTable } from "../../../local-twilio/rest/sync/expiring-table";

interface Row {
  readonly key: string;
  readonly dateExpires: number | undefined;
}

const steps = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constant("put"),
      key: fc.constantFrom("a", "b", "c", "d"),
      ttl: fc.option(fc.nat(5)),
    }),
    fc.record({
      does: fc.constant("remove"),
      key: fc.constantFrom("a", "b", "c", "d"),
      ttl: fc.constant(null),
    }),
    fc.record({ does: fc.constant("wait"), key: fc.constant(""), ttl: fc.nat(5) }),
  ),
);

test("ExpiringTable keeps what a plain list of living rows keeps, in order, whatever happens", () => {
  fc.assert(
    fc.property(steps, (script) => {
      const table = new ExpiringTable<Row>();
      let [living, now] = [[] as Row[], 0];
      for (const { does, key, ttl } of script) {
        const dateExpires = ttl === null ? undefined : now + ttl;
        if (does === "wait") now += ttl ?? 0;
        else living = living.filter((row) => row.key !== key);
        if (does === "put") {
          living.push({ key, dateExpires });
          table.put(key, { key, dateExpires });
        }
        if (does === "remove") table.remove(key);
        living = living.filter((row) => (row.dateExpires ?? Number.POSITIVE_INFINITY) > now);
        expect(table.inOrder(now)).toEqual([...living].sort((a, b) => (a.key < b.key ? -1 : 1)));
        expect(table.find("a", now)).toEqual(living.find((row) => row.key === "a"));
      }
    }),
  );
});

test("ExpiringTable does not grow with rows that are long gone", () => {
  const table = new ExpiringTable<Row>();
  for (let now = 0; now < 50_000; now += 1) {
    table.put(`k${now}`, { key: `k${now}`, dateExpires: now + 10 });
    table.find("any", now);
  }
  expect(table.inOrder(50_000)).toHaveLength(9);
});
