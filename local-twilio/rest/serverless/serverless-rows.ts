/** What every row has. Instants are epoch milliseconds; `place` sorts the rows of a list by when they were made. */
export interface Stamp {
  readonly sid: string;
  readonly place: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
}

export interface ServiceRow extends Stamp {
  readonly uniqueName: string;
  readonly friendlyName: string;
  readonly includeCredentials: boolean;
  readonly uiEditable: boolean;
  /** The first part of its Environments' domains. */
  readonly domainBase: string;
  readonly environments: Map<string, EnvironmentRow>;
  readonly functions: Map<string, ResourceRow>;
  readonly assets: Map<string, ResourceRow>;
  readonly builds: Map<string, BuildRow>;
}

export interface EnvironmentRow extends Stamp {
  readonly uniqueName: string;
  readonly domainSuffix: string | undefined;
  readonly domainName: string;
  /** The build that is live. */
  readonly buildSid: string | undefined;
  readonly variables: Map<string, VariableRow>;
  /** The oldest first. */
  readonly deployments: DeploymentRow[];
  readonly logs: LogRow[];
}

export interface VariableRow extends Stamp {
  readonly key: string;
  readonly value: string;
}

/** A Function or an Asset: a name for its versions. */
export interface ResourceRow extends Stamp {
  readonly friendlyName: string;
  readonly versions: VersionRow[];
}

export type Visibility = "public" | "protected" | "private";

/** What was uploaded. */
export interface VersionRow extends Stamp {
  readonly kind: "function" | "asset";
  /** The SID of its Function or Asset. */
  readonly resourceSid: string;
  readonly path: string;
  readonly visibility: Visibility;
  readonly content: Buffer;
  readonly contentType: string | undefined;
}

export interface Dependency {
  readonly name: string;
  readonly version: string;
}

export interface BuildRow extends Stamp {
  readonly functionVersions: readonly VersionRow[];
  readonly assetVersions: readonly VersionRow[];
  readonly dependencies: readonly Dependency[];
  readonly runtime: string;
  /** What comes of it once it is built. */
  readonly outcome: "completed" | "failed";
  /** How often its status was asked for. */
  timesAsked: number;
}

export interface DeploymentRow extends Stamp {
  readonly buildSid: string | undefined;
}

export interface LogRow extends Stamp {
  readonly buildSid: string;
  readonly deploymentSid: string;
  readonly functionSid: string;
  readonly requestSid: string;
  readonly level: "INFO" | "WARN" | "ERROR";
  readonly message: string;
}
