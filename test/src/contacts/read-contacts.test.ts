import fc from "fast-check";
import { readContacts } from "../../../src/contacts/read-contacts";

const card = (...lines: string[]) => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
const latin1 = (text: string) => Buffer.from(text, "latin1");
const read = (file: string | Uint8Array) =>
  readContacts(typeof file === "string" ? Buffer.from(file) : file, "US");
const entries = (file: string | Uint8Array) => read(file).contacts.map(({ name, number }) => [name, number]);
const ANN = [["Ann Example", "+12125550142"]];

// Version 2.1: https://web.archive.org/web/2/http://www.imc.org/pdi/vcard-21.txt, 3.0: RFC 2426, 4.0: RFC 6350. The shapes
// are those in which iCloud, Google Contacts, Outlook and Thunderbird export: groups, labels, bare types, quoted-printable.
test.each([
  [
    "Apple's groups, labels and preferred types",
    card(
      "N:Example;Ann;;;",
      "FN:Ann Example",
      "item1.TEL;type=CELL;type=VOICE;type=pref:(212) 555-0142",
      "item1.X-ABLabel:_$!<Mobile>!$_",
    ),
  ],
  [
    "Google's",
    card("FN:Ann Example", "N:Example;Ann;;;", "TEL;TYPE=CELL:+1 212-555-0142", "CATEGORIES:myContacts"),
  ],
  [
    "Outlook's 2.1 with bare types and an empty number",
    "BEGIN:VCARD\r\nVERSION:2.1\r\nX-MS-OL-DEFAULT-POSTAL-ADDRESS:0\r\nN;LANGUAGE=en-us:Example;Ann\r\nFN:Ann Example\r\nTEL;WORK;FAX:\r\nTEL;CELL;VOICE:(212) 555-0142\r\nEND:VCARD\r\n",
  ],
  [
    "Thunderbird's 4.0 with a tel: URI",
    'BEGIN:VCARD\r\nVERSION:4.0\r\nN:Example;Ann;;;\r\nFN:Ann Example\r\nTEL;VALUE=URI;TYPE="voice,cell":tel:+1-212-555-0142;ext=7\r\nUID:urn:uuid:1\r\nEND:VCARD\r\n',
  ],
  ["a byte order mark", `\ufeff${card("FN:Ann Example", "TEL:2125550142")}`],
  ["LF alone", card("FN:Ann Example", "TEL:2125550142").replaceAll("\r\n", "\n")],
  ["CR alone", card("FN:Ann Example", "TEL:2125550142").replaceAll("\r\n", "\r")],
  ["no newline at the end", card("FN:Ann Example", "TEL:2125550142").trimEnd()],
  ["lines folded within a name and a number", card("FN:Ann Exa", " mple", "TEL;TYPE=CELL:212555", "\t0142")],
  [
    "small letters",
    card("fn:Ann Example", "tel;type=cell:2125550142").toLowerCase().replace("ann example", "Ann Example"),
  ],
  ["no FN, but N", card("N:Example;Ann;;;", "TEL:2125550142")],
  ["an empty FN", card("FN:", "N:Example;Ann;;;", "TEL:2125550142")],
  ["no name, but an organisation", card("ORG:Ann;Example", "TEL:2125550142")],
  ["no name, but a nickname", card("NICKNAME:Ann Example", "TEL:2125550142")],
  [
    "two FNs and two Ns",
    card("FN:Ann Example", "FN:Annie", "N:Example;Ann;;;", "N:X;Y;;;", "TEL:2125550142"),
  ],
  [
    "properties that vcard4 refuses",
    card(
      "FN:Ann Example",
      "LABEL:x",
      "MAILER:x",
      "SORT-STRING:x",
      "CLASS:PUBLIC",
      "PROFILE:VCARD",
      "NAME:x",
      "TEL:2125550142",
    ),
  ],
  [
    "an agent of 3.0",
    card("FN:Ann Example", "AGENT:BEGIN:VCARD\\nFN:Bo\\nTEL:2125550143\\nEND:VCARD\\n", "TEL:2125550142"),
  ],
  [
    "an agent that is a card of its own without numbers",
    card("FN:Ann Example", "AGENT:", "BEGIN:VCARD", "N:Example;Bo", "END:VCARD", "", "TEL:2125550142"),
  ],
  [
    "a picture",
    card(
      "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ",
      ` ${"A".repeat(74)}`,
      ` ${"B".repeat(74)}`,
      "FN:Ann Example",
      "TEL:2125550142",
    ),
  ],
  [
    "a 2.1 picture whose base64 is not folded",
    card("FN:Ann Example", "PHOTO;JPEG;ENCODING=BASE64:", "/9j/4AAQ", "AAAA", "", "TEL:2125550142"),
  ],
  [
    "encodings that encode nothing",
    card("FN;ENCODING=8BIT:Ann Example", "TEL;CELL;ENCODING=7BIT:2125550142"),
  ],
  ["a colon in a quoted parameter", card("FN:Ann Example", 'TEL;X-LABEL="a:b;c":2125550142')],
])("readContacts() reads %s", (_name, file) => {
  expect(entries(file)).toEqual(ANN);
  expect(read(file).skipped).toEqual([]);
});

// RFC 2045 section 6.7 for quoted-printable and its soft line breaks; =C3=A4 and =E4 are ä in UTF-8 and ISO-8859-1.
test.each<[string, string | Uint8Array, string]>([
  [
    "quoted-printable UTF-8",
    card("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ex=C3=A4mple;=41nn;;;", "TEL:2125550142"),
    "Ann Exämple",
  ],
  ["bare quoted-printable", card("FN;QUOTED-PRINTABLE;CHARSET=UTF-8:=41nn", "TEL:2125550142"), "Ann"],
  [
    "soft line breaks, even within a character",
    card("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ann Ex=C3=", "=A4mp=", "le", "TEL:2125550142"),
    "Ann Exämple",
  ],
  [
    "a last soft line break that joins nothing",
    "BEGIN:VCARD\nTEL:2125550142\nFN;ENCODING=QUOTED-PRINTABLE:Ann=\nEND:VCARD\n",
    "Ann=",
  ],
  [
    "an encoded semicolon",
    card("N;ENCODING=QUOTED-PRINTABLE:Ex=3Bample;Ann", "TEL:2125550142"),
    "Ann Ex;ample",
  ],
  [
    "quoted-printable ISO-8859-1",
    card("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ex=E4mple", "TEL:2125550142"),
    "Exämple",
  ],
  [
    "quoted-printable windows-1252",
    card("FN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:=80=E4", "TEL:2125550142"),
    "€ä",
  ],
  [
    "raw ISO-8859-1 with its charset",
    latin1(card("FN;CHARSET=ISO-8859-1:Exämple", "TEL:2125550142")),
    "Exämple",
  ],
  ["raw bytes that are no UTF-8", latin1(card("FN:Exämple", "TEL:2125550142")), "Exämple"],
  ["an unknown charset", card("FN;CHARSET=X-KLINGON:Exämple", "TEL:2125550142"), "Exämple"],
  [
    "UTF-8 cut in two by a fold",
    Buffer.concat([
      Buffer.from("BEGIN:VCARD\nFN:Ex\xc3", "latin1"),
      Buffer.from("\n \xa4mple\nTEL:2125550142\nEND:VCARD", "latin1"),
    ]),
    "Exämple",
  ],
  ["UTF-16", Buffer.from(`\ufeff${card("FN:Exämple", "TEL:2125550142")}`, "utf16le"), "Exämple"],
  [
    "base64 text",
    card(`FN;ENCODING=B:${Buffer.from("Exämple").toString("base64")}`, "TEL:2125550142"),
    "Exämple",
  ],
  [
    "escaped characters",
    card("FN:Example\\, Ann\\; \\\\n\\: \\nJr", "TEL:2125550142"),
    "Example, Ann; \\n: Jr",
  ],
  ["characters that nobody escaped", card("FN:Example, Ann; Jr", "TEL:2125550142"), "Example, Ann; Jr"],
  ["what vcard4 takes for a URL", card("FN:mum:cell\\, old", "TEL:2125550142"), "mum:cell, old"],
  ["what vcard4 takes for quotes", card('FN:"Ann"', "TEL:2125550142"), '"Ann"'],
  ["every part of N", card("N:Example;Ann;B.,C.;Dr.;Jr.", "TEL:2125550142"), "Dr. Ann B.,C. Example Jr."],
  ["control characters, as blanks", card("FN:Ann\u0000\tExample", "TEL:2125550142"), "Ann Example"],
  ["emoji", card("FN:Ann 🏡", "TEL:2125550142"), "Ann 🏡"],
  ["no name at all", card("TEL:2125550142"), ""],
])("readContacts() takes from %s the right name", (_name, file, name) => {
  expect(entries(file)).toEqual([[name, "+12125550142"]]);
});

test("readContacts() takes every number of a card, with its line", () => {
  const file = card(
    "FN:Ann",
    "TEL;CELL:(212) 555-0142",
    "NOTE:a",
    "item1.TEL:+44 20 7946 0958",
    "TEL;TYPE=home,voice:212.555.0143",
  );
  expect(read(file).contacts).toEqual([
    { name: "Ann", number: "+12125550142", line: 4 },
    { name: "Ann", number: "+442079460958", line: 6 },
    { name: "Ann", number: "+12125550143", line: 7 },
  ]);
});

test("readContacts() reads the numbers of the policy's country", () => {
  expect(readContacts(Buffer.from(card("FN:A", "TEL:020 7946 0958")), "GB").contacts[0]?.number).toBe(
    "+442079460958",
  );
});

// Each broken card stands between two good ones: it alone is lost, and is named by its line.
test.each([
  [
    "a card without END:VCARD",
    "BEGIN:VCARD\nFN:Bo\nTEL:2125550143\n",
    { line: 5, reason: "the card has no END:VCARD" },
  ],
  [
    "END:VCARD without a card",
    "END:VCARD\n",
    { line: 5, reason: "END:VCARD without a BEGIN:VCARD before it" },
  ],
  ["text between cards", "Name,Phone\nBo,2125550143\n", { line: 5, reason: "text outside any card" }],
  [
    "a short number",
    "BEGIN:VCARD\nFN:Bo\nTEL:911\nEND:VCARD\n",
    { line: 7, reason: '"911" is not a full telephone number' },
  ],
  [
    "a number that is none",
    "BEGIN:VCARD\nFN:Bo\nTEL;TYPE=x:ask\nEND:VCARD\n",
    { line: 7, reason: '"ask" is not a full telephone number' },
  ],
])("readContacts() reports %s and reads on", (_name, broken, skipped) => {
  const good = (name: string, number: string) => `BEGIN:VCARD\nFN:${name}\nTEL:${number}\nEND:VCARD\n`;
  const book = read(`${good("Ann", "2125550142")}${broken}${good("Cleo", "2125550144")}`);
  expect(book.contacts.map(({ name }) => name)).toEqual(["Ann", "Cleo"]);
  expect(book.skipped).toEqual([skipped]);
});

test("readContacts() reports a last card that is cut off", () => {
  expect(read(`${card("FN:Ann", "TEL:2125550142")}BEGIN:VCARD\r\nFN:Bo\r\nTEL:2125`).skipped).toEqual([
    { line: 6, reason: "the card has no END:VCARD" },
  ]);
});

test("readContacts() takes a nested agent of 2.1 for a contact of its own", () => {
  const file =
    "BEGIN:VCARD\nFN:Ann\nAGENT:\nBEGIN:VCARD\nFN:Bo\nTEL:2125550143\nEND:VCARD\nTEL:2125550142\nEND:VCARD\n";
  expect(entries(file)).toEqual([
    ["Bo", "+12125550143"],
    ["Ann", "+12125550142"],
  ]);
});

test("readContacts() never throws and never makes up a number, whatever the bytes", () => {
  const words = [
    "BEGIN:VCARD",
    "END:VCARD",
    "\r\n",
    "\n ",
    "=\n",
    "FN",
    "N",
    "TEL",
    "AGENT:\n",
    ";ENCODING=QUOTED-PRINTABLE",
    ";CHARSET=UTF-16LE",
    ";ENCODING=B",
    ":",
    ";",
    "\\",
    '"',
    "=C3",
    "2125550142",
    "\ufdd0",
  ];
  const bytes = fc.uint8Array({ maxLength: 400 });
  const text = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "binary" })), {
    maxLength: 60,
  });
  const file = fc.oneof(
    bytes,
    text.map((parts) => Buffer.from(parts.join(""))),
  );
  fc.assert(
    fc.property(file, (contents) => {
      for (const { number, name } of read(contents).contacts) {
        expect(number).toMatch(/^\+[1-9]\d{6,14}$/);
        expect(name).not.toMatch(/[\n\t]/);
      }
    }),
    { numRuns: 1000 },
  );
});

test("readContacts() reads each of any number of well-formed cards", () => {
  const name = fc
    .string({ minLength: 1, maxLength: 20 })
    .filter((text) => /^[\w .,;:'"-]*\w$/.test(text) && /^\w/.test(text) && !/ {2}/.test(text));
  fc.assert(
    fc.property(fc.array(name, { maxLength: 20 }), fc.constantFrom("\r\n", "\n", "\r"), (names, newline) => {
      const escaped = names.map((text) => text.replace(/[\\,;:]/g, "\\$&"));
      const file = escaped
        .map((text) => card(`FN:${text}`, "TEL:2125550142"))
        .join("")
        .replaceAll("\r\n", newline);
      expect(read(file).contacts.map((contact) => contact.name)).toEqual(names);
    }),
  );
});

test("readContacts() comes to an end with a damaged file of one endless line", () => {
  const endless = Buffer.from(
    `BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:${"=\n a".repeat(300_000)}${";\\".repeat(300_000)}`,
  );
  expect(read(endless).contacts).toEqual([]);
});
