import type { DeployDesk } from "./deploy-desk";

/** What an account holds, without SIDs: equal for two accounts in which the same was made. */
export async function inventory({ account, local }: DeployDesk) {
  const { client } = account;
  const [syncServices, flows, services, verify, domains, numbers] = await Promise.all([
    client.sync.v1.services.list(),
    client.studio.v2.flows.list(),
    client.serverless.v1.services.list(),
    client.verify.v2.services.list(),
    client.sip.domains.list(),
    client.incomingPhoneNumbers.list(),
  ]);
  const sync = await Promise.all(
    syncServices.map(async ({ sid, friendlyName }) => ({
      friendlyName,
      maps: (await client.sync.v1.services(sid).syncMaps.list()).map(({ uniqueName }) => uniqueName).sort(),
      documents: (await client.sync.v1.services(sid).documents.list())
        .map(({ uniqueName }) => uniqueName)
        // A crash leaves its lock behind, which ends by itself.
        .filter((name) => name !== "gatehouse-deploy-lock")
        .sort(),
    })),
  );
  const hosted = services.flatMap(({ sid }) =>
    [...local.serverless.services.values()].filter((one) => one.sid === sid),
  );
  return {
    sync: sync.sort((a, b) => String(a.friendlyName).localeCompare(String(b.friendlyName))),
    flows: flows.map(({ friendlyName, status }) => ({ friendlyName, status })),
    services: hosted.map(({ uniqueName, environments }) => [uniqueName, environments.size]).sort(),
    verify: verify.map(({ friendlyName }) => friendlyName),
    domains: domains.map(({ sipRegistration }) => sipRegistration),
    numbers: numbers.map(({ phoneNumber, voiceFallbackUrl, voiceFallbackMethod }) => ({
      phoneNumber,
      voiceFallbackUrl: (voiceFallbackUrl ?? "").replace(/-\d{4}/, ""),
      voiceFallbackMethod,
    })),
  };
}
