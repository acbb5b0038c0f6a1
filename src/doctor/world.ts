import type { Variables } from "../runtime/command-wiring";

/** Where the doctor looks. */
export interface World {
  /** The project's root. */
  readonly projectDir: string;
  /** The environment with what `.env` adds to it. */
  readonly variables: Variables;
  /** Such as `22.11.0`. */
  readonly nodeVersion: string;
  /** Epoch milliseconds. */
  now(): number;
  /** Waits so many milliseconds before a request is made again; really, when left out. */
  readonly sleep?: (ms: number) => Promise<void>;
}
