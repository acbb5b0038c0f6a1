/** Twilio's OpenAPI documents are not on this machine; the message names the command that fetches them. */
export class OpenApiMissing extends Error {
  constructor(readonly file: string) {
    super(`Twilio's OpenAPI documents are missing (${file}): run npm run postinstall`);
    this.name = "OpenApiMissing";
  }
}
