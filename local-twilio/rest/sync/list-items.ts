import { lowerBound } from "../paging";
import type { WireReply, WireRequest } from "../wire";
import { spendRead } from "./find-sync";
import { formatItem, SYNC_BASE } from "./format-sync";
import { listReply } from "./list-sync";
import { invalidParameter } from "./sync-errors";
import type { ItemRow, MapRow, ServiceRow } from "./sync-rows";
import type { SyncWorld } from "./sync-world";

/**
 * The items of a Map by key, from `From` on (itself included unless Bounds=exclusive), in `Order`.
 * @see https://www.twilio.com/docs/sync/api/map-item-resource#read-multiple-mapitem-resources
 */
export function listItems(
  world: SyncWorld,
  place: { readonly service: ServiceRow; readonly map: MapRow },
  request: WireRequest,
): WireReply {
  spendRead(world, place.map);
  const descending = readChoice(request, "Order", ["asc", "desc"]) === "desc";
  const exclusive = readChoice(request, "Bounds", ["inclusive", "exclusive"]) === "exclusive";
  const rows = place.map.items.inOrder(world.clock.now());
  const from = request.query.get("From");
  return listReply(request, {
    key: "items",
    url: `${SYNC_BASE}/${place.service.sid}/Maps/${place.map.sid}/Items`,
    rows: startingAt(descending ? [...rows].reverse() : rows, from, { descending, exclusive }),
    keyOf: ({ key }) => key,
    format: (item) => formatItem(world, place, item),
    descending,
    filters: Object.fromEntries(
      ["From", "Bounds", "Order"].flatMap((name) => {
        const value = request.query.get(name);
        return value === null ? [] : [[name, value]];
      }),
    ),
  });
}

function readChoice({ query }: WireRequest, name: string, choices: readonly string[]): string | undefined {
  const value = query.get(name) ?? choices[0];
  if (value === undefined || !choices.includes(value)) throw invalidParameter(name);
  return value;
}

function startingAt(
  rows: readonly ItemRow[],
  from: string | null,
  { descending, exclusive }: { readonly descending: boolean; readonly exclusive: boolean },
): readonly ItemRow[] {
  if (from === null) return rows;
  const isPast = ({ key }: ItemRow) => (key === from && !exclusive) || (descending ? key < from : key > from);
  return rows.slice(lowerBound(rows, isPast));
}
