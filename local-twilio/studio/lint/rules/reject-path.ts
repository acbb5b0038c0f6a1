import type { State } from "../../flow";
import { findWidgetSchema } from "../../schema/widget-schemas";
import type { LintRule } from "../lint-rule";

/**
 * `<Reject>` refuses a call only as the first verb: once a widget has spoken, the call is answered and billed. And nobody
 * comes back from a rejected call, so the redirect waits for nobody.
 * @see https://www.twilio.com/docs/voice/twiml/reject
 */
export const rejectPath: LintRule = {
  severity: "error",
  *check({ flow, graph }) {
    const speaking = flow.states.filter(({ name, type }) => graph.reachable.has(name) && speaks(type));
    for (const state of flow.states.filter(leadsToReject)) {
      const first = speaking.find(({ name }) => name !== state.name && graph.canPrecede(name, state.name));
      if (first !== undefined)
        yield {
          widget: state.name,
          message: `rejects the call, but ${first.name} may have answered it before`,
        };
      if (state.properties.timeout !== "0")
        yield {
          severity: "house",
          widget: state.name,
          message: 'rejects the call, so its timeout must be "0"',
        };
    }
  },
};

function speaks(type: string): boolean {
  return findWidgetSchema(type)?.twiml === true;
}

/** Nobody can see the TwiML from here: the URL's last segment or the widget's name says that it rejects. */
function leadsToReject({ name, type, properties }: State): boolean {
  const path = typeof properties.url === "string" ? properties.url.split(/[?#]/)[0] : undefined;
  const rejects = path !== undefined && /\/reject[^/]*\/?$/i.test(path);
  return type === "add-twiml-redirect" && (rejects || /(^|[_-])reject/i.test(name));
}
