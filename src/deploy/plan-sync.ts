import { SYNC_DOCUMENTS, SYNC_MAPS } from "../store/maps";
import { type Change, create, leave, type Planner } from "./plan";
import { SERVICE_NAME } from "./project";

/** Our Sync Service, its maps and documents. What is in them is the owner's, and is never touched. */
export const planSync: Planner = ({ observed: { sync } }) => {
  const kind = "Sync Service";
  const maps = SYNC_MAPS.map((name): Change => {
    const isThere = sync?.maps.includes(name) ?? false;
    return isThere ? leave("Sync map", name) : create("Sync map", name, { do: "createSyncMap", name });
  });
  const documents = SYNC_DOCUMENTS.map((name): Change => {
    const isThere = sync?.documents.includes(name) ?? false;
    return isThere
      ? leave("Sync document", name)
      : create("Sync document", name, { do: "createSyncDocument", name });
  });
  const service =
    sync === undefined
      ? create(kind, SERVICE_NAME, { do: "createSyncService" })
      : leave(kind, SERVICE_NAME, "its data is never touched");
  return [service, ...maps, ...documents];
};
