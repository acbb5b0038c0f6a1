import type { Prompts } from "./index";

/** In French; callers are addressed as "vous". */
export const fr: Prompts = {
  chooseLanguage: "Pour le français, tapez {key}.",
  greeting: "Bonjour, et merci de votre appel.",
  closedGreeting: "Bonjour, et merci de votre appel. Nous sommes fermés pour le moment.",
  entry: "Pour {name}, tapez {key}.",
  operator: "Pour parler à quelqu'un, tapez {key}.",
  back: "Pour revenir au menu précédent, tapez {key}.",
  orSay: "Vous pouvez aussi dire ce que vous désirez.",
  star: "étoile",
  noChoice: "Désolé, ce choix n'existe pas.",
  notUnderstood: "Désolé, je ne vous ai pas compris.",
  unclear: "Désolé, cela correspond à plusieurs choix.",
  gaveUp: "Désolé, nous n'avons pas pu comprendre votre choix.",
  closed: "Pour {name}, nous sommes fermés pour le moment.",
  unavailable: "Désolé, votre appel ne peut pas être transféré pour le moment.",
  leaveMessage: "Veuillez laisser un message après le signal sonore.",
  leaveMessageFor: "Veuillez laisser un message pour {name} après le signal sonore.",
};
