import { listSyncDocuments, listSyncMaps, listSyncServices } from "../../account/sync-services";
import { SERVICE_NAME } from "../../deploy/project";
import { type FactSource, gathering } from "../fact-source";
import { CannotGather } from "../missing-facts";

/** Our Sync Service: what it holds, by unique name. */
export interface SyncObjects {
  readonly serviceSid: string;
  readonly maps: readonly string[];
  readonly documents: readonly string[];
}

/** The Service that deploy has made or that `.env` names. */
export const syncObjectsSource: FactSource<SyncObjects> = gathering({
  lacking: "there is no Sync Service to read",
  needs: ["account", "deployment", "variables"],
  seconds: 45,
  gather: async ({ account, deployment, variables }) => {
    const services = await listSyncServices(account);
    const known = [deployment.syncServiceSid, variables.SYNC_SERVICE_SID].filter((sid) => sid);
    const serviceSid = known.find((wanted) => services.some(({ sid }) => sid === wanted));
    if (serviceSid === undefined) throw noService(known.length > 0);
    const [maps, documents] = await Promise.all([
      listSyncMaps(account, serviceSid),
      listSyncDocuments(account, serviceSid),
    ]);
    const nameOf = ({ uniqueName }: { readonly uniqueName: string }) => uniqueName;
    return { serviceSid, maps: maps.map(nameOf), documents: documents.map(nameOf) };
  },
});

function noService(isKnown: boolean): CannotGather {
  const found = isKnown
    ? "the Sync Service that deploy made, or SYNC_SERVICE_SID names, is not in this account"
    : "not deployed: there is no Sync Service yet";
  return new CannotGather(found, `npm run deploy makes one, with the friendly name ${SERVICE_NAME}`);
}
