/**
 * Tells the origin of our own pages from any other. Twilio serves Functions by HTTPS only; local Twilio has no certificate.
 * @param domainName the host, with its port if it has one, under which this Service is reached
 */
export function isOwnOrigin(origin: string | undefined, domainName: string): boolean {
  const isLocal = /^localhost(:\d+)?$/.test(domainName);
  return domainName !== "" && origin === `${isLocal ? "http" : "https"}://${domainName}`;
}
