import type { ConsoleHouse } from "./console-house";

/** What came back. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: whatever JSON the API answers, looked at by tests only
  readonly body: any;
}

/** A browser as far as the API is concerned: it keeps the cookie, and sends what browsers send. */
export class Visitor {
  cookie = "";
  csrfToken = "";
  readonly #url: string;

  constructor({ url }: Pick<ConsoleHouse, "url">) {
    this.#url = url;
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.#send(path, { headers: { "Sec-Fetch-Site": "same-origin", ...headers } });
  }

  post(path: string, body: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    const usual = { "Content-Type": "application/json", Origin: this.#url, "Sec-Fetch-Site": "same-origin" };
    const token = { "X-CSRF-Token": this.csrfToken };
    return this.#send(path, {
      method: "POST",
      headers: { ...usual, ...token, ...headers },
      body: JSON.stringify(body),
    });
  }

  /** Signs in with the code that was sent. */
  async signIn(house: ConsoleHouse, phone: string): Promise<Answered> {
    await this.post("/api/sign-in", { phone });
    const signedIn = await this.post("/api/sign-in/check", { phone, code: house.codeFor(phone) ?? "none" });
    this.csrfToken = signedIn.body.csrfToken ?? "";
    return signedIn;
  }

  async #send(path: string, options: RequestInit & { headers: Record<string, string> }): Promise<Answered> {
    const headers = { ...options.headers, ...(this.cookie === "" ? {} : { Cookie: this.cookie }) };
    const response = await fetch(this.#url + path, { ...options, headers, redirect: "manual" });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) this.cookie = /Max-Age=0\b/.test(set) ? "" : (set.split(";")[0] ?? "");
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }
}
