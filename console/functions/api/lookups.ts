import { defineAdminFunction } from "../../../src/runtime/console/define-admin-function";
import { listLookups } from "../../../src/runtime/console/list-lookups";

/** GET /api/lookups: the numbers that were looked up lately. */
export const handler = defineAdminFunction("GET", (_, wiring) => listLookups(wiring));
