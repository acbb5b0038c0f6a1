import type { Account } from "./account";
import { ask, askFor, askOnce } from "./ask";

/** A revision of a flow in Studio. `definition` is undefined in lists. @see https://www.twilio.com/docs/studio/rest-api/v2/flow */
export interface LiveFlow {
  readonly sid: string;
  readonly friendlyName: string;
  readonly revision: number;
  readonly status: "draft" | "published";
  readonly commitMessage: string;
  readonly webhookUrl: string;
  readonly definition: unknown;
}

/** What is saved as a new revision, and published. */
export interface FlowToPublish {
  readonly friendlyName: string;
  readonly definition: unknown;
  readonly commitMessage: string;
}

type Raw = {
  readonly sid: string;
  readonly friendlyName: string;
  readonly revision: number;
  readonly status: string;
  readonly commitMessage: string | null;
  readonly webhookUrl?: string | null;
  readonly definition: unknown;
};

/** Every flow of the account, without definitions. @throws AccountFailure */
export async function listFlows(account: Account): Promise<LiveFlow[]> {
  const flows = await ask(account, "list the flows", () =>
    account.client.studio.v2.flows.list({ pageSize: 100 }),
  );
  return flows.map(readFlow);
}

/** The latest revision of a flow, draft or published; undefined when there is no such flow. @throws AccountFailure */
export async function fetchFlow(account: Account, sid: string): Promise<LiveFlow | undefined> {
  const flow = await askFor(account, `read the flow ${sid}`, () =>
    account.client.studio.v2.flows(sid).fetch(),
  );
  return flow && readFlow(flow);
}

/** One revision: a number, `LatestPublished` or `LatestRevision`. @throws AccountFailure */
export async function fetchRevision(
  account: Account,
  sid: string,
  revision: string,
): Promise<LiveFlow | undefined> {
  const flow = await askFor(account, `read revision ${revision} of the flow ${sid}`, () =>
    account.client.studio.v2.flows(sid).revisions(revision).fetch(),
  );
  return flow && readFlow(flow);
}

/** Has Studio say whether it accepts a definition. @throws AccountFailure, whose cause carries Studio's `details` */
export async function validateFlow(
  account: Account,
  { friendlyName, definition }: FlowToPublish,
): Promise<void> {
  const flow = { friendlyName, definition, status: "published" } as const;
  await ask(account, `have Studio check the flow ${friendlyName}`, () =>
    account.client.studio.v2.flowValidate.update(flow),
  );
}

/** @throws AccountFailure */
export async function createFlow(account: Account, flow: FlowToPublish): Promise<LiveFlow> {
  const made = await askOnce(account, `create the flow ${flow.friendlyName}`, () =>
    account.client.studio.v2.flows.create({ ...flow, status: "published" }),
  );
  return readFlow(made);
}

/** Publishes a new revision. Studio replaces the whole definition. @throws AccountFailure */
export async function publishFlow(account: Account, sid: string, flow: FlowToPublish): Promise<LiveFlow> {
  const made = await ask(account, `publish the flow ${flow.friendlyName}`, () =>
    account.client.studio.v2.flows(sid).update({ ...flow, status: "published" }),
  );
  return readFlow(made);
}

/** One that is gone already is no error. @throws AccountFailure */
export async function removeFlow(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the flow ${sid}`, () => account.client.studio.v2.flows(sid).remove());
}

function readFlow({
  sid,
  friendlyName,
  revision,
  status,
  commitMessage,
  webhookUrl,
  definition,
}: Raw): LiveFlow {
  return {
    ...{ sid, friendlyName, revision, definition },
    status: status === "published" ? "published" : "draft",
    commitMessage: commitMessage ?? "",
    webhookUrl: webhookUrl ?? "",
  };
}
