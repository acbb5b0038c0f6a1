import { type Account, createAccount } from "./account";
import { callContext } from "./call-context";
import { SimulatedClock } from "./clock";
import { Faults } from "./faults";
import { createInventory, type Inventory } from "./inventory";
import { Journal } from "./journal";
import { createTwimlJudge } from "./judge/twiml";
import { createMessages, type Messages } from "./messages";
import { addNumber, type NumberFeatures } from "./number-row";
import { installRedirect, REGISTER_OPTION } from "./redirect/redirect";
import { createReputation, type Reputation } from "./reputation";
import { createApiProduct } from "./rest/api/api-product";
import { liveRoutes } from "./rest/api/live-world";
import { createLookupsProduct } from "./rest/lookups/lookups-product";
import { type Product, startRestServer } from "./rest/rest-server";
import { createServerlessProduct, type ServerlessProduct } from "./rest/serverless/serverless-product";
import { createStudioApi } from "./rest/studio/studio-api";
import type { RefusalDetails } from "./rest/studio/studio-world";
import { createSyncProduct, type SyncProduct } from "./rest/sync/sync-product";
import { createTelesignProducts, type TelesignWorld } from "./rest/telesign/telesign-product";
import { createVerifyProduct, type VerifyProduct } from "./rest/verify/verify-product";
import { type ServerlessHost, type ServerlessService, startServerlessHost } from "./serverless/host";
import { createSids } from "./sids";
import { createSipPhones, type SipPhones } from "./sip/sip-phones";
import { createStudioProduct, type StudioProduct } from "./studio/studio-service";
import { renderAddOns } from "./voice/add-ons";
import type { CallOutcome } from "./voice/call-outcome";
import { receiveCall } from "./voice/receive-call";
import { Switchboard } from "./voice/switchboard";
import type { IncomingCall } from "./voice/voice-world";
import { createWebhookSender, type SendWebhook } from "./webhook";

/** An account that no real one can be: clients pointed astray are refused by Twilio. */
const ACCOUNT_SID = `AC${"0".repeat(32)}`;
const AUTH_TOKEN = "10ca17ea".repeat(4);

/** How a local Twilio is started. */
export interface LocalTwilioOptions {
  /** Loopback port of the REST APIs; 0 or left out: any free one. */
  readonly port?: number;
  /** The first instant, in epoch milliseconds; the present when left out. */
  readonly now?: number;
  /** Whether the clock also passes as the wall clock does, as a served local Twilio wants it. */
  readonly followsRealTime?: boolean;
  /** The same seed gives the same SIDs. */
  readonly seed?: string;
  /** How Studio's REST API lists why it refuses a definition: Twilio's sources disagree. */
  readonly refusalDetails?: RefusalDetails;
  /** Told of what clients send that Twilio's documents do not know. */
  readonly onWarning?: (text: string) => void;
}

/** A built Service to host, without what local Twilio itself brings. */
export type HostedService = Omit<ServerlessService, "account" | "clock" | "journal" | "port"> & {
  readonly port?: number;
};

/** A running local Twilio: one account, its REST APIs, Studio, voice, and the Services it hosts or was sent to host. */
export interface LocalTwilio {
  readonly account: Account;
  readonly clock: SimulatedClock;
  readonly faults: Faults;
  readonly journal: Journal;
  readonly sync: SyncProduct;
  readonly serverless: ServerlessProduct;
  readonly studio: StudioProduct;
  /** Verify, and the codes it sends. */
  readonly verify: VerifyProduct;
  /** Live calls, the phones that REST can ring, outcomes of calls placed by REST, and how callbacks are disturbed. */
  readonly switchboard: Switchboard;
  /** The phones at the account's SIP Domains: they register, are rung and call. */
  readonly sip: SipPhones;
  /** What TeleSign, Twilio Lookup and the Marketplace add-ons say of numbers. */
  readonly reputation: Reputation;
  /** The text messages that were sent, and which numbers do not get any. */
  readonly messages: Messages;
  /** The numbers that Twilio has for sale. */
  readonly inventory: Inventory;
  readonly restPort: number;
  /** What points an unmodified Twilio client in another process at this local Twilio. */
  readonly environment: Readonly<Record<string, string>>;
  /** Gives the account a number (E.164) with these settings, as if bought, and tells its SID. @throws RangeError when it has it */
  addNumber(phoneNumber: string, settings?: Partial<NumberFeatures>): string;
  hostService(service: HostedService): Promise<ServerlessHost>;
  receiveCall(call: IncomingCall): Promise<CallOutcome>;
  close(): Promise<void>;
}

/**
 * Starts a local Twilio and sends this process's requests to Twilio there; one at a time in a process.
 * @throws OpenApiMissing without Twilio's documents; the listening error (`code` EADDRINUSE) when the port is busy.
 */
export async function startLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const clock = new SimulatedClock(options.now ?? Date.now(), options.followsRealTime);
  const account = createAccount(ACCOUNT_SID, AUTH_TOKEN, clock.now());
  const [faults, journal, sids] = [new Faults(), new Journal(), createSids(options.seed)];
  const hosts = new Map<string, ServerlessHost>();
  let restPort = 0;
  const send = senderOf({ account, faults, journal, hosts, restPort: () => restPort });
  const sync = createSyncProduct({ account, clock, sids });
  const serverless = createServerlessProduct({ account, clock, sids, faults, journal });
  const studio = createStudioProduct({ account, clock, sids, send, journal });
  const { port = 0, refusalDetails, onWarning } = options;
  const studioApi = createStudioApi({ ...studio, account, refusalDetails });
  const switchboard = new Switchboard();
  const scripted = createScripted();
  const rows = { account, clock, sids };
  const addOns = (caller: string) => renderAddOns(scripted.reputation, caller, sids);
  const voice = { ...rows, send, journal, switchboard, addOns, judgeTwiml: createTwimlJudge() };
  const verify = createVerifyProduct({ ...rows, ...scripted });
  const api = createApiProduct(rows, liveRoutes({ ...rows, ...scripted, voice }));
  const own = [sync, serverless, serverless.upload, studio, studioApi, api, verify];
  const products = [...own, ...reputationProducts({ ...rows, ...scripted, journal })];
  const world = { account, clock, faults, journal, products, port, serveDomain: serverless.serveDomain };
  const rest = await startRestServer({ ...world, ...(onWarning === undefined ? {} : { onWarning }) });
  restPort = rest.port;
  const stopRedirecting = redirectTo(restPort, faults);
  return {
    ...{ account, clock, faults, journal, sync, serverless, studio, switchboard, verify, restPort },
    ...scripted,
    environment: environmentOf(account, restPort),
    addNumber: (phoneNumber, settings) => addNumber({ account, clock, sids }, phoneNumber, settings),
    hostService: (service) => host(hosts, { port: 0, ...service, account, clock, journal }),
    receiveCall: (call) => receiveCall(call, voice),
    sip: createSipPhones(voice),
    close: async () => {
      stopRedirecting();
      await Promise.all([rest.close(), ...[...hosts.values()].map((service) => service.close())]);
      serverless.close();
    },
  };
}

/** What tests tell local Twilio about the world outside. */
function createScripted() {
  return { reputation: createReputation(), messages: createMessages(), inventory: createInventory() };
}

/** Sends to the Services on this machine, and to local Twilio what is for Twilio or for a stand-in of another company. */
function senderOf({ account, faults, journal, hosts, restPort }: SenderParts): SendWebhook {
  return createWebhookSender({
    ...{ authToken: account.authToken, faults, journal },
    portOf: (host) =>
      /\.(twilio\.com|twil\.io|telesign\.com)$/.test(host) ? restPort() : hosts.get(host)?.port,
    isFunctionHost: (host) => hosts.has(host) || host.endsWith(".twil.io"),
  });
}

interface SenderParts extends Pick<LocalTwilio, "account" | "faults" | "journal"> {
  readonly hosts: ReadonlyMap<string, ServerlessHost>;
  readonly restPort: () => number;
}

function reputationProducts(world: TelesignWorld): readonly Product[] {
  return [createLookupsProduct(world), ...createTelesignProducts(world)];
}

function redirectTo(port: number, faults: Faults): () => void {
  return installRedirect({ port, faults, callSid: () => callContext.getStore()?.callSid });
}

async function host(hosts: Map<string, ServerlessHost>, service: ServerlessService): Promise<ServerlessHost> {
  const started = await startServerlessHost(service);
  hosts.set(started.domainName, started);
  return started;
}

function environmentOf({ sid, authToken }: Account, port: number): Readonly<Record<string, string>> {
  return {
    ACCOUNT_SID: sid,
    AUTH_TOKEN: authToken,
    TWILIO_ACCOUNT_SID: sid,
    TWILIO_AUTH_TOKEN: authToken,
    LOCAL_TWILIO_PORT: String(port),
    NODE_OPTIONS: REGISTER_OPTION,
  };
}
