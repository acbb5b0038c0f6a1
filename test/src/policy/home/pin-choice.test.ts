import fc from "fast-check";
import { refusePin } from "../../../../src/policy/home/pin-choice";

// The ten that people choose most. Markert and others, "This PIN Can Be Easily Guessed", 2020.
// @see https://this-pin-can-be-easily-guessed.github.io/
const MOST_CHOSEN = [
  ...["123456", "654321", "111111", "000000", "123123", "666666", "121212", "112233", "789456", "159753"],
];
// The most common of each length among PINs that leaked. @see http://www.datagenetics.com/blog/september32012/
const MOST_COMMON = [
  ...["123321", "696969", "292513", "131313", "123654", "222222", "999999", "101010", "777777", "007007"],
  ...["1234567", "8675309", "1234321", "7654321", "12345678", "11111111", "88888888", "87654321"],
  ...["123456789", "789456123", "147258369", "1234567890", "0123456789", "1029384756"],
];

test.each([...MOST_CHOSEN, ...MOST_COMMON])("%s is refused, and not repeated", (pin) => {
  expect(refusePin(pin)).toMatch(/choose digits/);
  expect(refusePin(pin)).not.toContain(pin);
});

test.each([
  ["12345", "6 to 12 digits; this has 5"],
  ["1234567890123", "6 to 12 digits; this has 13"],
  ["", "digits only"],
  ["84729a", "digits only"],
  ["٨٤٧٢٩١", "digits only"],
  ["135791", "equal steps"],
  ["890123", "equal steps"],
  ["847847", "repeats"],
  ["447711", "doubled"],
  ["888777", "two different"],
  ["847748", "backwards"],
  ["310784", "date"],
  ["073184", "date"],
  ["840731", "date"],
  ["198473", "year"],
  ["731984", "year"],
  ["31071984", "date"],
])("%s is refused: %s", (pin, why) => {
  expect(refusePin(pin)).toContain(why);
});

test("a part of the owner's numbers is refused", () => {
  expect(refusePin("255501", ["+12125550123"])).toContain("telephone number");
  expect(refusePin("255507", ["+12125550123"])).toBeUndefined();
});

test("most PINs drawn by lot may be used, and one that may be used has 6 to 12 digits", () => {
  const digit = fc.constantFrom(..."0123456789");
  const drawn = fc.sample(fc.string({ unit: digit, minLength: 6, maxLength: 6 }), { numRuns: 2000, seed: 7 });
  expect(drawn.filter((pin) => refusePin(pin) === undefined).length).toBeGreaterThan(1600);
  fc.assert(fc.property(fc.string(), (text) => refusePin(text) !== undefined || /^\d{6,12}$/.test(text)));
});
