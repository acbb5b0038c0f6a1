import type { Department, Menu, MenuEntry, Office } from "../../../../src/policy/office/office";
import type { OfficeState } from "../../../../src/policy/office/office-state";
import type { Hours } from "../../../../src/telephony/hours";
import { number } from "../samples";

/** Monday to Friday from 9:00 to 17:00; on Christmas never. The sample NOON is a Monday's. */
export const OFFICE_HOURS: Hours = {
  weekly: [{ days: ["mon", "tue", "wed", "thu", "fri"], from: 9 * 60, to: 17 * 60 }],
  exceptions: { "2026-12-25": [] },
};
/** A Monday evening in New York. */
export const EVENING = Date.parse("2026-01-05T23:30:00Z");

export const AUTO: OfficeState = { mode: "auto", departments: {} };

/** A department that is open in office hours, with one telephone. */
export function department(change: Partial<Department> = {}): Department {
  return {
    name: { en: "Customer service", es: "Atención al cliente", fr: "Le service clients" },
    phones: [number("31")],
    order: "atOnce",
    ringSeconds: 20,
    hours: OFFICE_HOURS,
    whispers: true,
    callerId: "caller",
    voicemail: { greeting: {} },
    offersCallback: true,
    ...change,
  };
}

export const FINANCE_GREETING = {
  en: "This is the mailbox of finance.",
  es: "Este es el buzón de contabilidad.",
};

const entries: readonly MenuEntry[] = [
  { key: "1", name: department().name, to: { kind: "department", department: "service" } },
  {
    key: "2",
    name: { en: "Finance", es: "Contabilidad", fr: "La comptabilité" },
    to: { kind: "department", department: "finance" },
  },
  { key: "3", name: { en: "Parts", es: "Repuestos", fr: "Les pièces" }, to: { kind: "menu", menu: "parts" } },
  {
    key: "4",
    name: { en: "Our opening hours", es: "Horario", fr: "Nos horaires" },
    to: { kind: "say", say: { en: "We are open in the daytime.", es: "Abrimos de día." } },
  },
  { key: "5", name: { en: "The way here" }, to: { kind: "play", play: "/way.mp3" } },
  { key: "6", name: { en: "A message for finance" }, to: { kind: "voicemail", department: "finance" } },
  { key: "7", name: { en: "A message", es: "Un mensaje" }, to: { kind: "voicemail" } },
];
const parts: Menu = {
  greeting: { en: "You have reached parts.", es: "Repuestos." },
  entries: [
    {
      key: "1",
      name: { en: "Bicycles", es: "Bicicletas" },
      to: { kind: "department", department: "bicycles" },
    },
    { key: "2", name: { en: "Tyres", es: "Neumáticos" }, to: { kind: "menu", menu: "tyres" } },
    { key: "3", name: { en: "Finance" }, to: { kind: "department", department: "finance" } },
  ],
};
const tyres: Menu = {
  greeting: {},
  entries: [{ key: "1", name: { en: "Winter tyres" }, to: { kind: "voicemail", department: "bicycles" } }],
};

/** An office in three languages: service is the operator; finance keeps office hours, bicycles are never closed. */
export function office(change: Partial<Office> = {}): Office {
  return {
    languages: ["en", "es", "fr"],
    languageBy: "choice",
    greeting: { en: "Welcome to Example Limited." },
    closedGreeting: { en: "Example Limited is closed." },
    tries: 3,
    operator: "service",
    menus: { main: { greeting: {}, entries }, parts, tyres },
    departments: {
      service: department(),
      finance: department({
        name: { en: "Finance", es: "Contabilidad", fr: "La comptabilité" },
        phones: [number("32"), number("33")],
        voicemail: { greeting: FINANCE_GREETING, email: "finance@example.com" },
      }),
      bicycles: department({ name: { en: "Bicycles" }, phones: [number("34")], hours: undefined }),
    },
    survey: false,
    ...change,
  };
}
