import { defineAdminFunction } from "../../../src/runtime/console/define-admin-function";
import { signOut } from "../../../src/runtime/console/sign-out";

/** POST /api/sign-out { everywhere? }: ends the session, or all of this administrator's. */
export const handler = defineAdminFunction("POST", (request, wiring) => signOut(wiring, request));
