import type { Prompts } from "./index";

/** In Spanish, in words that are at home on both sides of the Atlantic; callers are addressed as "usted". */
export const es: Prompts = {
  chooseLanguage: "Para español, marque {key}.",
  greeting: "Hola, gracias por llamar.",
  closedGreeting: "Hola, gracias por llamar. En este momento estamos cerrados.",
  entry: "Para {name}, marque {key}.",
  operator: "Para hablar con una persona, marque {key}.",
  back: "Para volver al menú anterior, marque {key}.",
  orSay: "También puede decir lo que desea.",
  star: "asterisco",
  noChoice: "Lo siento, esa no es una de las opciones.",
  notUnderstood: "Lo siento, no le he entendido.",
  unclear: "Lo siento, eso corresponde a más de una opción.",
  gaveUp: "Lo siento, no hemos podido entender su elección.",
  closed: "Para {name}, en este momento estamos cerrados.",
  unavailable: "Lo siento, en este momento no podemos pasar su llamada.",
  leaveMessage: "Por favor, deje un mensaje después de la señal.",
  leaveMessageFor: "Por favor, deje un mensaje para {name} después de la señal.",
};
