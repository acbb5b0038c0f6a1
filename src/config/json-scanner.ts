/** Where JSON stops being JSON, as an offset, and how to put it right. */
export interface ScanFault {
  readonly at: number;
  readonly fix: string;
}

const STRING = /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;
const SPACE = /[ \t\r\n]*/y;
const WORD = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const DEEPEST = 100;

class Stop extends Error {
  constructor(readonly fault: ScanFault) {
    super(fault.fix);
  }
}

/** Walks through a JSON text, noting where each of its parts begins, up to its first fault. */
export class JsonScanner {
  /** Path, as JSON, to the offset of its key or value. */
  readonly offsets = new Map<string, number>();
  #at = 0;
  /** The end of the last token: where a comma is missing. */
  #end = 0;

  constructor(readonly text: string) {}

  /** The first fault; undefined when the text is JSON. */
  scan(): ScanFault | undefined {
    try {
      this.#value([]);
      if (this.#peek() !== "") this.#stop("nothing may follow the end of the document: remove it");
      return undefined;
    } catch (error) {
      if (error instanceof Stop) return error.fault;
      throw error;
    }
  }

  #value(path: readonly PropertyKey[]): void {
    const first = this.#peek();
    this.#note(path);
    if (path.length > DEEPEST) this.#stop("nothing may be nested as deeply as this");
    if (first === "{") this.#members("}", (seen) => this.#member(path, seen));
    else if (first === "[") this.#members("]", (seen) => this.#element(path, seen));
    else if (first === '"') this.#string();
    else if (!this.#skip(SCALAR)) this.#stop(this.#adviceOnValue(first));
  }

  /** The inside of an object or array: members, a comma between each two. */
  #members(close: string, member: (seen: Set<string>) => void): void {
    const seen = new Set<string>();
    this.#step();
    while (this.#peek() !== close) {
      member(seen);
      const next = this.#peek();
      if (next === "") this.#stop(`the file ends too early: a closing ${close} is missing`);
      if (next !== "," && next !== close) this.#stop(`put a comma or a closing ${close} here`, this.#end);
      if (next === ",") this.#comma(close);
    }
    this.#step();
  }

  #comma(close: string): void {
    const comma = this.#at;
    this.#step();
    if (this.#peek() === close) this.#stop("remove this comma: no other entry follows it", comma);
  }

  #member(path: readonly PropertyKey[], seen: Set<string>): void {
    const first = this.#peek();
    const start = this.#at;
    if (first !== '"') this.#stop(this.#adviceOnKey(first));
    this.#string();
    const key = String(JSON.parse(this.text.slice(start, this.#at)));
    if (seen.has(key)) this.#stop(`the key ${JSON.stringify(key)} is there twice: remove one`, start);
    seen.add(key);
    this.#note([...path, key], start);
    if (this.#peek() !== ":") this.#stop("put a colon between the key and its value", this.#end);
    this.#step();
    this.#value([...path, key]);
  }

  #element(path: readonly PropertyKey[], seen: Set<string>): void {
    const index = seen.size;
    seen.add(String(index));
    this.#value([...path, index]);
  }

  #string(): void {
    if (!this.#skip(STRING)) {
      this.#stop(
        'end this text with a double quote on the same line (inside it: \\n for a new line, \\" for a quote, \\\\ for a backslash)',
      );
    }
  }

  /** The next character that is not white space, `""` at the end. */
  #peek(): string {
    SPACE.lastIndex = this.#at;
    SPACE.test(this.text);
    this.#at = SPACE.lastIndex;
    const next = this.text.charAt(this.#at);
    if (next === "#" || /^\/[/*]/.test(this.text.slice(this.#at, this.#at + 2))) {
      this.#stop("remove this comment: JSON has none");
    }
    return next;
  }

  #step(): void {
    this.#at += 1;
    this.#end = this.#at;
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    if (!pattern.test(this.text)) return false;
    this.#at = pattern.lastIndex;
    this.#end = this.#at;
    return true;
  }

  #note(path: readonly PropertyKey[], offset = this.#at): void {
    const key = JSON.stringify(path);
    if (!this.offsets.has(key)) this.offsets.set(key, offset);
  }

  #adviceOnValue(first: string): string {
    if (first === "") return "the file ends too early: a value is missing";
    if (/['‘’“”«»]/.test(first)) return 'use straight double quotes: "';
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.text)?.[0];
    if (word !== undefined && /^(true|false|null)$/i.test(word)) return `write ${word.toLowerCase()}`;
    if (word !== undefined) return `put ${word} in double quotes`;
    if (/[-+.\d]/.test(first)) return "write a plain number, such as 3, or put it in double quotes";
    return "a value is missing here";
  }

  #adviceOnKey(first: string): string {
    if (first === "") return "the file ends too early: a closing } is missing";
    return /['‘’“”«»]/.test(first) ? 'use straight double quotes: "' : "put the key in double quotes";
  }

  #stop(fix: string, at = this.#at): never {
    throw new Stop({ at, fix });
  }
}
