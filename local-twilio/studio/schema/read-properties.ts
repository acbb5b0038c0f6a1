import { propertyProblems } from "./property-problems";
import { findWidgetSchema, type PropertiesOf, type WidgetType } from "./widget-schemas";

/**
 * A widget's properties under the type its schema promises, nulls left out.
 * @throws TypeError naming the first property that breaks the schema. Blank required texts pass: the widget decides.
 */
export function readProperties<T extends WidgetType>(
  type: T,
  properties: Readonly<Record<string, unknown>>,
): PropertiesOf<T> {
  const schema = findWidgetSchema(type);
  if (schema !== undefined)
    for (const { property, message, isBlank } of propertyProblems(schema, properties))
      if (!isBlank) throw new TypeError(`Cannot run ${type}: ${property} ${message}`);
  const present = Object.entries(properties).filter(([, value]) => value !== null);
  return Object.fromEntries(present) as PropertiesOf<T>;
}
