import { rmSync } from "node:fs";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Account } from "../account";
import type { SimulatedClock } from "../clock";
import type { Journal } from "../journal";
import { openService } from "./open-service";
import { guardAgainstStrayErrors } from "./stray-errors";
import type { FunctionLog } from "./surroundings";
import { type BuiltFile, type WrittenBuild, writeBuild } from "./write-build";

/** A build to put on a domain. */
export interface DeployedBuild {
  readonly domainName: string;
  readonly files: readonly BuiltFile[];
  /** Asked anew after each {@link DeployedServices.restart}. */
  readonly variables: () => Readonly<Record<string, string>>;
  readonly log: (line: FunctionLog) => void;
}

interface Running extends WrittenBuild {
  readonly build: DeployedBuild;
  /** Undefined while it is cold. */
  listener: RequestListener | undefined;
  inFlight: number;
  isRetired: boolean;
}

/** Serves the builds that are deployed, each on its domain, without a port of its own. */
export class DeployedServices {
  readonly #running = new Map<string, Running>();
  readonly #onDisk = new Set<Running>();
  #release: (() => void) | undefined;

  constructor(
    private readonly world: {
      readonly account: Account;
      readonly clock: SimulatedClock;
      readonly journal: Journal;
    },
  ) {}

  /** Puts a build on its domain, at once: requests in flight finish on the build that was there. */
  deploy(build: DeployedBuild): void {
    this.#release ??= guardAgainstStrayErrors();
    const written = writeBuild(build.files);
    const running = { ...written, build, listener: undefined, inFlight: 0, isRetired: false };
    this.#onDisk.add(running);
    this.undeploy(build.domainName);
    this.#running.set(build.domainName, running);
  }

  /** Takes a domain off the net. */
  undeploy(domainName: string): void {
    const running = this.#running.get(domainName);
    this.#running.delete(domainName);
    if (running === undefined) return;
    running.isRetired = true;
    this.#removeIfIdle(running);
  }

  /** Lets the next request start the Functions anew, with the variables of that moment. */
  restart(domainName: string): void {
    const running = this.#running.get(domainName);
    if (running !== undefined) running.listener = undefined;
  }

  /** Answers a request for a domain; 404 where nothing is deployed. */
  serve(domainName: string, request: IncomingMessage, response: ServerResponse): void {
    const running = this.#running.get(domainName);
    if (running === undefined) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not Found");
      return;
    }
    running.listener ??= this.#open(running);
    running.inFlight += 1;
    response.once("close", () => {
      running.inFlight -= 1;
      this.#removeIfIdle(running);
    });
    running.listener(request, response);
  }

  /** Removes every build from the disk. */
  close(): void {
    this.#running.clear();
    for (const { folder } of this.#onDisk) rmSync(folder, { recursive: true, force: true });
    this.#onDisk.clear();
    this.#release?.();
    this.#release = undefined;
  }

  #open({ build, resources }: Running): RequestListener {
    const { account, clock, journal } = this.world;
    const { authToken } = account;
    const [origin, variables] = [`https://${build.domainName}`, build.variables()];
    return openService({ origin, resources, variables, authToken, clock, journal, log: build.log });
  }

  #removeIfIdle(running: Running): void {
    if (!running.isRetired || running.inFlight > 0) return;
    rmSync(running.folder, { recursive: true, force: true });
    this.#onDisk.delete(running);
  }
}
