import type { Account } from "./account";
import { AccountFailure } from "./account-failure";
import { ask, askFor, askOnce } from "./ask";

/** A Serverless Service. @see https://www.twilio.com/docs/serverless/api/resource/service */
export interface ServerlessService {
  readonly sid: string;
  readonly uniqueName: string;
}

/** Where a Service's Functions run. `buildSid` is undefined before the first deployment. */
export interface Environment {
  readonly sid: string;
  readonly uniqueName: string;
  readonly domainName: string;
  readonly buildSid: string | undefined;
}

/** A variable of an Environment. */
export interface Variable {
  readonly sid: string;
  readonly key: string;
  readonly value: string;
}

/** The kinds of things that a Service holds versions of. */
export type ContentKind = "functions" | "assets";

/** A Function or an Asset, whatever its versions hold. `friendlyName` is its path, as Twilio's own tools have it. */
export interface Content {
  readonly sid: string;
  readonly friendlyName: string;
}

const PAGE_SIZE = 100;

const serviceOf = ({ client }: Account, sid: string) => client.serverless.v1.services(sid);

/** By its unique name or its SID; undefined when there is none. @throws AccountFailure */
export async function findService(account: Account, name: string): Promise<ServerlessService | undefined> {
  const found = await askFor(account, `read the Service ${name}`, () => serviceOf(account, name).fetch());
  return found && { sid: found.sid, uniqueName: found.uniqueName };
}

/** Makes a Service, or finds the one of that name. @throws AccountFailure */
export async function createService(account: Account, uniqueName: string): Promise<ServerlessService> {
  const service = { uniqueName, friendlyName: uniqueName, includeCredentials: true, uiEditable: false };
  const { sid } = await unlessTaken(
    ask(account, `create the Service ${uniqueName}`, () =>
      account.client.serverless.v1.services.create(service),
    ),
    () => findService(account, uniqueName),
  );
  return { sid, uniqueName };
}

/** Removes a Service with everything in it. One that is gone already is no error. @throws AccountFailure */
export async function removeService(account: Account, sid: string): Promise<void> {
  await askFor(account, `remove the Service ${sid}`, () => serviceOf(account, sid).remove());
}

/** @throws AccountFailure */
export async function listEnvironments(account: Account, serviceSid: string): Promise<Environment[]> {
  const found = await ask(account, "list the environments", () =>
    serviceOf(account, serviceSid).environments.list({ pageSize: PAGE_SIZE }),
  );
  return found.map(readEnvironment);
}

/** Makes an environment, or finds the one of that name. @throws AccountFailure */
export async function createEnvironment(
  account: Account,
  serviceSid: string,
  environment: { readonly uniqueName: string; readonly domainSuffix?: string },
): Promise<Environment> {
  const { uniqueName } = environment;
  const made = await unlessTaken(
    ask(account, `create the environment ${uniqueName}`, () =>
      serviceOf(account, serviceSid).environments.create(environment),
    ),
    async () => (await listEnvironments(account, serviceSid)).find((one) => one.uniqueName === uniqueName),
  );
  return readEnvironment(made);
}

/** @throws AccountFailure */
export async function listVariables(
  account: Account,
  serviceSid: string,
  environmentSid: string,
): Promise<Variable[]> {
  const found = await ask(account, "list the variables", () =>
    serviceOf(account, serviceSid).environments(environmentSid).variables.list({ pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid, key, value }) => ({ sid, key, value }));
}

/** Sets a variable: `sid` is given when it exists. @throws AccountFailure, which never holds the value */
export async function setVariable(
  account: Account,
  place: { readonly serviceSid: string; readonly environmentSid: string },
  { sid, key, value }: { readonly sid?: string | undefined; readonly key: string; readonly value: string },
): Promise<void> {
  const { variables } = serviceOf(account, place.serviceSid).environments(place.environmentSid);
  const change = (known: string) =>
    ask(account, `change the variable ${key}`, () =>
      serviceOf(account, place.serviceSid)
        .environments(place.environmentSid)
        .variables(known)
        .update({ value }),
    );
  if (sid !== undefined) return void (await change(sid));
  await unlessTaken(
    ask(account, `create the variable ${key}`, () => variables.create({ key, value })),
    async () => {
      const all = await listVariables(account, place.serviceSid, place.environmentSid);
      const known = all.find((one) => one.key === key);
      return known && change(known.sid);
    },
  );
}

/** Every Function, or every Asset, of a Service. @throws AccountFailure */
export async function listContents(
  account: Account,
  serviceSid: string,
  kind: ContentKind,
): Promise<Content[]> {
  const { functions, assets } = serviceOf(account, serviceSid);
  const found: readonly Content[] = await ask<readonly Content[]>(account, `list the ${kind}`, () =>
    kind === "functions" ? functions.list({ pageSize: PAGE_SIZE }) : assets.list({ pageSize: PAGE_SIZE }),
  );
  return found.map(({ sid, friendlyName }) => ({ sid, friendlyName }));
}

/** Makes a Function or an Asset, still without a version. @throws AccountFailure */
export async function createContent(
  account: Account,
  serviceSid: string,
  { kind, path }: { readonly kind: ContentKind; readonly path: string },
): Promise<Content> {
  const { functions, assets } = serviceOf(account, serviceSid);
  const content = { friendlyName: path };
  const { sid } = await askOnce<Content>(account, `create ${path} among the ${kind}`, () =>
    kind === "functions" ? functions.create(content) : assets.create(content),
  );
  return { sid, friendlyName: path };
}

/** What exists under a unique name already is as good as made. @see https://www.twilio.com/docs/api/errors/20409 */
async function unlessTaken<T>(creation: Promise<T>, find: () => Promise<T | undefined>): Promise<T>;
async function unlessTaken<T, U>(creation: Promise<T>, find: () => Promise<U | undefined>): Promise<T | U>;
async function unlessTaken<T, U>(creation: Promise<T>, find: () => Promise<U | undefined>): Promise<T | U> {
  try {
    return await creation;
  } catch (failure) {
    const isTaken = failure instanceof AccountFailure && failure.status !== undefined && failure.status < 429;
    const found = isTaken ? await find() : undefined;
    if (found === undefined) throw failure;
    return found;
  }
}

function readEnvironment(one: {
  readonly sid: string;
  readonly uniqueName: string;
  readonly domainName: string;
  readonly buildSid?: string | null | undefined;
}): Environment {
  const { sid, uniqueName, domainName, buildSid } = one;
  return { sid, uniqueName, domainName, buildSid: buildSid ?? undefined };
}
