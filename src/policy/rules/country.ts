import { countryOf } from "../../telephony/e164";
import { sentence } from "../consequence";
import type { Rule, Screening } from "../facts";

/** A number of a country that the line does not take gets what the line says. One of unknown country is of none. */
export const country: Rule = {
  needs: [],
  otherwise: (screening) => foreign(screening) ?? "from a country that this line takes",
  decide: (screening) => {
    const reason = foreign(screening);
    return reason === undefined
      ? undefined
      : sentence(screening.line.evidence.country.then, screening, reason);
  },
};

function foreign({ caller, line }: Screening): string | undefined {
  if (caller.kind !== "number") return undefined;
  const { only, never } = line.evidence.country;
  const home = countryOf(caller.number);
  const isRefused = home !== undefined && never.includes(home);
  const isElsewhere = only.length > 0 && (home === undefined || !only.includes(home));
  return isRefused || isElsewhere ? `calls from ${home ?? "an unknown country"}` : undefined;
}
