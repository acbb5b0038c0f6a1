import type { Account } from "../../account";
import type { SidPrefix } from "../../sids";
import type { PathParameters } from "../parse-path";
import { type Route, route } from "../route";
import { notFound, type TwilioError } from "../twilio-error";
import type { Now, WireReply, WireRequest } from "../wire";

/** What every operation of api.twilio.com works on. */
export interface ApiWorld {
  readonly account: Account;
  readonly clock: Now;
  readonly sids: (prefix: SidPrefix) => string;
}

/** Where the resources of an account start. */
export const ACCOUNT_PATH = "/2010-04-01/Accounts/{AccountSid}";

/** The address of the account's resources. */
export function accountUri({ account }: ApiWorld): string {
  return `/2010-04-01/Accounts/${account.sid}`;
}

/** Another account's resources are as good as absent. @throws TwilioError 404 */
export function checkAccount({ account }: ApiWorld, accountSid: string, request: WireRequest): void {
  if (accountSid !== account.sid) throw absent(request);
}

type AccountRoute = <Path extends string>(
  method: string,
  path: Path,
  handle: (parameters: PathParameters<`${typeof ACCOUNT_PATH}${Path}`>, request: WireRequest) => WireReply,
) => Route;

/** Defines operations on the account's resources, by their path below the account; another account's are 404. */
export function accountRouter(world: ApiWorld): AccountRoute {
  return (method, path, handle) =>
    route(method, `${ACCOUNT_PATH}${path}`, (parameters, request) => {
      if (!request.path.startsWith(`${accountUri(world)}/`)) throw absent(request);
      return handle(parameters, request);
    });
}

/** 404 for the resource that the request names. */
export function absent({ path }: WireRequest): TwilioError {
  return notFound(path);
}
