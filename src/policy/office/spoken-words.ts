import type { Locale } from "./office";

/** How callers say things without a keypad, in one language; in small letters and without accents. */
export interface SpokenWords {
  /** The keys, each by the words that mean it when nothing else is said; homophones that are heard for them, too. */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** What means a key of its own accord, within a sentence, too: the operator, the way back, and once more. */
  readonly wishes: {
    readonly "0": readonly string[];
    readonly "*": readonly string[];
    readonly "#": readonly string[];
  };
  /** Words that say nothing about what is wanted. */
  readonly fillers: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

const en: SpokenWords = {
  keys: {
    ...{ "0": ["zero", "oh"], "1": ["one", "won"], "2": ["two", "to", "too"], "3": ["three"] },
    ...{
      "4": ["four", "for"],
      "5": ["five"],
      "6": ["six"],
      "7": ["seven"],
      "8": ["eight", "ate"],
      "9": ["nine"],
    },
    ...{ "*": ["star", "asterisk"], "#": ["pound", "hash"] },
  },
  wishes: {
    "0": ["operator", "receptionist", "representative", "human", "real person", "somebody", "someone"],
    "*": ["back", "go back", "previous menu"],
    "#": ["repeat", "again"],
  },
  fillers: words(
    "please i id im d m ll would like want need to the a an my me us we speak talk with for about of in press choose " +
      "number option key choice can could may get give put through connect you yes hello hi uh um er is it s " +
      "department",
  ),
};

const es: SpokenWords = {
  keys: {
    ...{
      "0": ["cero"],
      "1": ["uno", "el uno", "una"],
      "2": ["dos"],
      "3": ["tres"],
      "4": ["cuatro"],
      "5": ["cinco"],
    },
    ...{ "6": ["seis"], "7": ["siete"], "8": ["ocho"], "9": ["nueve"] },
    ...{ "*": ["asterisco", "estrella"], "#": ["numeral", "gato", "almohadilla"] },
  },
  wishes: {
    "0": ["operador", "operadora", "recepcion", "recepcionista", "agente", "alguien", "una persona"],
    "*": ["atras", "volver", "regresar", "menu anterior"],
    "#": ["repetir", "repita", "otra vez"],
  },
  fillers: words(
    "por favor quiero quisiera necesito me gustaria deseo hablar comunicar comunicarme comuniqueme pasar paseme ponga pongame " +
      "con el la los las lo de del al a un una en para sobre mi marque marcar opcion numero tecla si hola eh buenos " +
      "buenas dias tardes departamento",
  ),
};

const fr: SpokenWords = {
  keys: {
    ...{
      "0": ["zero"],
      "1": ["un", "une", "le un"],
      "2": ["deux"],
      "3": ["trois"],
      "4": ["quatre"],
      "5": ["cinq"],
    },
    ...{ "6": ["six"], "7": ["sept", "cet"], "8": ["huit"], "9": ["neuf"] },
    ...{ "*": ["etoile", "asterisque"], "#": ["diese", "carre"] },
  },
  wishes: {
    "0": ["operateur", "operatrice", "standard", "receptionniste", "conseiller", "quelqu un", "une personne"],
    "*": ["retour", "revenir", "menu precedent"],
    "#": ["repeter", "repetez", "encore"],
  },
  fillers: words(
    "s il vous te plait svp je j voudrais veux aimerais souhaite besoin ai parler joindre avec a au aux le la les l un une " +
      "de du des d en pour sur mon ma mes moi me passez tapez appuyez touche numero option choix oui bonjour euh c est " +
      "departement",
  ),
};

export const spokenWords: { readonly [Language in Locale]: SpokenWords } = { en, es, fr };
