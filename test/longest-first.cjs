const Sequencer = require("@jest/test-sequencer").default;

/** What takes longest. On a fresh checkout jest does not know yet, and would let the last of them run alone at the end. */
const LONGEST = [
  "/scenarios.test.ts",
  "/browser/",
  "/oracles/twilio-run",
  "/src/deploy/",
  "/scripts/",
  "/simulator/",
];
const placeOf = ({ path }) => {
  const place = LONGEST.findIndex((name) => path.includes(name));
  return place === -1 ? LONGEST.length : place;
};

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => placeOf(a) - placeOf(b));
  }
};
