import { isTicket } from "../../policy/home/ticket";
import { allowOutgoing } from "../../store/allow-outgoing";
import type { QuestionToOwner } from "../../telephony/read-owner-question";
import { spokenNumber } from "../../telephony/spoken-number";
import { renderOwnerAnswer, renderOwnerQuestion } from "../../twiml/render-owner-question";
import { describeFailure } from "../log";
import type { CallWiring } from "../wiring";
import { questionUrl } from "./ask-owner";
import { TICKETS } from "./outgoing-reply";

const TEXTS = {
  question:
    "This is your home telephone. It has dialled {number}, which is not on its list. To talk to the telephone, press 1. To put the number on the list, press 2.",
  connecting: "You are connected.",
  added: "The number is on the list. The telephone may call it from now on. Goodbye.",
  notAdded: "Sorry, the number could not be put on the list. Please try again later. Goodbye.",
};

/**
 * TwiML for the owner, who was rung about a number. Only the key 1 connects the phone: whoever, or whatever mailbox,
 * presses nothing is hung up on, and the child hears that nobody is there.
 */
export async function answerOwner(wiring: CallWiring, question: QuestionToOwner): Promise<string> {
  const { callSid, number, ticket, key } = question;
  const secret = wiring.environment("LINK_SECRET");
  if (secret === undefined || !isTicket(ticket, secret, TICKETS.answering, callSid, number)) {
    wiring.log("owner-not-asked", { callSid, isMeant: false });
    return renderOwnerAnswer("", "hangup");
  }
  wiring.log("owner-asked", { callSid, key: key === "" ? "none" : key });
  switch (key) {
    case "": {
      const words = TEXTS.question.replace("{number}", spokenNumber(number, wiring.policy().country));
      return renderOwnerQuestion(words, questionUrl(question, secret));
    }
    case "1":
      return renderOwnerAnswer(TEXTS.connecting, "connect");
    case "2":
      return renderOwnerAnswer((await addNumber(wiring, question)) ? TEXTS.added : TEXTS.notAdded, "hangup");
    default:
      return renderOwnerAnswer("", "hangup");
  }
}

async function addNumber(wiring: CallWiring, { callSid, number }: QuestionToOwner): Promise<boolean> {
  const note = `asked for by the home's phone on ${wiring.now().toISOString().slice(0, 10)}`;
  const store = { sync: wiring.sync(), random: () => wiring.random() };
  try {
    return await allowOutgoing(store, { number, note, locale: wiring.policy() });
  } catch (failure) {
    wiring.log("number-not-allowed", { callSid, ...describeFailure(failure) });
    return false;
  }
}
