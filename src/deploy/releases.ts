import type { Deployment, Release } from "./deployment";
import type { Found } from "./world";

/** What is live of everything that goes live together; undefined before the first build. */
export function releaseOf(
  { services, revisions }: Pick<Found, "services" | "revisions">,
  at: string,
): Release | undefined {
  const { buildSid } = services.calls;
  const { serviceSid, buildSid: consoleBuild } = services.console;
  const console = serviceSid && consoleBuild ? { serviceSid, buildSid: consoleBuild } : undefined;
  return buildSid === undefined
    ? undefined
    : { at, buildSid, flows: { ...revisions }, ...(console && { console }) };
}

/** Whether two releases have the same builds and the same revisions of the same flows. */
export function isSameRelease(one: Release, other: Release): boolean {
  const sorted = ({ flows }: Release) => JSON.stringify(Object.entries(flows).sort());
  return (
    one.buildSid === other.buildSid &&
    one.console?.buildSid === other.console?.buildSid &&
    sorted(one) === sorted(other)
  );
}

/** The releases as one can go back to them: a web console's build is gone with the Service that it was made in. */
export function releasesWith(
  { releases }: Pick<Deployment, "releases">,
  consoleSid: string | undefined,
): readonly Release[] {
  return releases.map(({ console, ...calls }) =>
    console !== undefined && console.serviceSid === consoleSid ? { ...calls, console } : calls,
  );
}
