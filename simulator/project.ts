import { join } from "node:path";

/** The root of the project. */
export const PROJECT = join(__dirname, "..");
