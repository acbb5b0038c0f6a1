import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Account } from "../account";
import { openService, type ServiceToOpen } from "./open-service";
import { findResources } from "./resources";
import { guardAgainstStrayErrors } from "./stray-errors";

/** A Serverless Service to host: what was built, its variables, and the world it lives in. */
export interface ServerlessService extends Pick<ServiceToOpen, "clock" | "journal" | "log" | "limitMs"> {
  /** Loopback port; 0 takes a free one. */
  readonly port: number;
  readonly functionsDir: string;
  readonly assetsDir?: string | undefined;
  /** The Service's variables. ACCOUNT_SID, AUTH_TOKEN and DOMAIN_NAME are added. */
  readonly environment: Readonly<Record<string, string>>;
  readonly account: Account;
}

/** A hosted Service. `domainName` is what the Functions see as DOMAIN_NAME and what their callers sign for. */
export interface ServerlessHost {
  readonly port: number;
  readonly domainName: string;
  close(): Promise<void>;
}

/**
 * Hosts a built Service on Twilio's own runtime-handler, in this process and on loopback only. Throws when a folder is
 * missing, there is no Function, the account has no auth token, or the port is taken (`code` EADDRINUSE).
 */
export async function startServerlessHost(service: ServerlessService): Promise<ServerlessHost> {
  const { sid, authToken } = service.account;
  // An empty token would accept whatever is signed with an empty key.
  if (!authToken) throw new Error("Cannot host Functions: the account has no auth token");
  const resources = await findResources(service.functionsDir, service.assetsDir);
  const server = createServer({ maxHeaderSize: 65_536 });
  const port = await listen(server, service.port);
  const domainName = `localhost:${port}`;
  const variables = { ...service.environment, ACCOUNT_SID: sid, AUTH_TOKEN: authToken };
  const origin = `http://${domainName}`;
  server.on("request", openService({ ...service, origin, resources, variables, authToken }));
  const release = guardAgainstStrayErrors();
  return {
    port,
    domainName,
    close: async () => {
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
      release();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
