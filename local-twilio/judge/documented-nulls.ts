import type { Components } from "./openapi-schema";

/**
 * Where Twilio's pages say that a value may be null although its document neither says so nor shows it, by document and
 * schema. Everything else stays as strict as the document.
 * @see https://www.twilio.com/docs/lookup/v2-api/line-type-intelligence ("Carrier data isn't available for […] values
 *   will be null"); that a package that failed has neither type nor status is inferred
 */
const ALSO_NULL: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  lookups_v2: {
    LineTypeIntelligenceInfo: ["mobile_country_code", "mobile_network_code", "carrier_name", "type"],
    LineStatusInfo: ["status"],
  },
};

/** A document's schemas, made nullable where its pages say so. @param name of the document, as in `lookups_v2` */
export function withDocumentedNulls(name: string, components: Components): Components {
  const also = ALSO_NULL[name];
  if (also === undefined) return components;
  const mended = Object.entries(components).map(([schemaName, schema]) => {
    const nullable = also[schemaName] ?? [];
    const properties = Object.entries(schema.properties ?? {}).map(([property, each]) => [
      property,
      nullable.includes(property) ? { ...each, nullable: true } : each,
    ]);
    return [
      schemaName,
      nullable.length === 0 ? schema : { ...schema, properties: Object.fromEntries(properties) },
    ];
  });
  return Object.fromEntries(mended);
}
