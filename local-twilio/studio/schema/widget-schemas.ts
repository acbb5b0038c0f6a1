import { CALL_WIDGETS } from "./call-widgets";
import { LOGIC_WIDGETS } from "./logic-widgets";
import { MESSAGING_WIDGETS } from "./messaging-widgets";
import type { PropertySchema, ValueOf, WidgetSchema } from "./property-schema";

/** The widgets whose properties and events are publicly described. */
export const WIDGET_SCHEMAS = { ...LOGIC_WIDGETS, ...CALL_WIDGETS, ...MESSAGING_WIDGETS };
export type DescribedType = keyof typeof WIDGET_SCHEMAS;

/** Types that Studio's schema lists, but whose properties nobody describes: they are known, and that is all. */
export const UNDESCRIBED_TYPES = [
  "add-member-to-chat-channel",
  "create-chat-channel",
  "create-task",
  "run-function-v2",
  "send-to-auto-pilot",
  "understand",
  "update-sync-object",
] as const;

/** Every widget type there is. @see https://schemas.twilio.com/studio/draft/2019-09/flow-definition */
export type WidgetType = DescribedType | (typeof UNDESCRIBED_TYPES)[number];

type Properties<S extends Readonly<Record<string, PropertySchema>>> = {
  readonly [K in keyof S]?: ValueOf<S[K]>;
};

/** The properties of a widget, as far as its schema tells; a missing one takes Studio's default. */
export type PropertiesOf<T extends WidgetType> = T extends DescribedType
  ? Properties<(typeof WIDGET_SCHEMAS)[T]["properties"]>
  : Readonly<Record<string, unknown>>;

/** The names of all types. */
export const WIDGET_TYPES: readonly string[] = [...Object.keys(WIDGET_SCHEMAS), ...UNDESCRIBED_TYPES].sort();

const UNDESCRIBED: ReadonlySet<string> = new Set(UNDESCRIBED_TYPES);

/** Whether Studio has a widget of that type. */
export function isWidgetType(type: string): type is WidgetType {
  return Object.hasOwn(WIDGET_SCHEMAS, type) || UNDESCRIBED.has(type);
}

/** The schema of a widget type; undefined for unknown and for undescribed types. */
export function findWidgetSchema(type: string): WidgetSchema | undefined {
  const schemas: Readonly<Record<string, WidgetSchema>> = WIDGET_SCHEMAS;
  return Object.hasOwn(schemas, type) ? schemas[type] : undefined;
}
