import type { Account } from "../../account/account";
import { fetchFlow, fetchRevision, type LiveFlow, listFlows } from "../../account/studio-flows";
import type { FlowFile } from "../../flows/flow-file";
import { type FactSource, gathering } from "../fact-source";

/** A flow of the repository and what Studio has of it. */
export interface FlowFound {
  readonly ours: FlowFile;
  /** Its latest revision, draft or published; undefined when there is no such flow. */
  readonly latest: LiveFlow | undefined;
  /** The revision that callers meet; undefined when none was ever published. */
  readonly published: LiveFlow | undefined;
}

export const flowsSource: FactSource<readonly FlowFound[]> = gathering({
  lacking: "the flows in Studio cannot be read",
  needs: ["account", "project", "deployment"],
  seconds: 45,
  gather: async ({ account, project, deployment }) => {
    const all = await listFlows(account);
    return Promise.all(
      project.flows.map(async (ours) => {
        const kept = all.find(({ sid }) => sid === deployment.flows[ours.name]);
        const sid = (kept ?? all.find(({ friendlyName }) => friendlyName === ours.friendlyName))?.sid;
        return { ours, ...(await readFlow(account, sid)) };
      }),
    );
  },
});

async function readFlow(account: Account, sid: string | undefined): Promise<Omit<FlowFound, "ours">> {
  if (sid === undefined) return { latest: undefined, published: undefined };
  const [latest, published] = await Promise.all([
    fetchFlow(account, sid),
    fetchRevision(account, sid, "LatestPublished"),
  ]);
  return { latest, published };
}
