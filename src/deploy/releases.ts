import type { Deployment, Release } from "./deployment";
import type { Found } from "./world";

/** What is live of everything that goes live together; undefined before the first build. */
export function releaseOf(
  { services, revisions }: Pick<Found, "services" | "revisions">,
  at: string,
): Release | undefined {
  const { buildSid } = services.calls;
  const console = liveConsole({ services });
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

/** What the web console runs; undefined while there is none. */
function liveConsole({ services }: Pick<Found, "services">): Release["console"] {
  const { serviceSid, buildSid } = services.console;
  return serviceSid && buildSid ? { serviceSid, buildSid } : undefined;
}

/**
 * The releases as one can go back to them, a web console's build being gone with the Service that it was made in. Where
 * there is nothing to go back to, as before there was a console, it stays as it is.
 */
export function releasesWith(
  { releases }: Pick<Deployment, "releases">,
  found: Pick<Found, "services">,
): readonly Release[] {
  const live = liveConsole(found);
  return releases.map(({ console, ...calls }) => {
    const then = console !== undefined && console.serviceSid === live?.serviceSid ? console : live;
    return then === undefined ? calls : { ...calls, console: then };
  });
}
