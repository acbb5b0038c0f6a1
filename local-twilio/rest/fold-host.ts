/**
 * The product's host from a Host header, without port, edge and region: `sync.sydney.au1.twilio.com` is
 * `sync.twilio.com`. @see https://www.twilio.com/docs/global-infrastructure/using-edge-locations-to-connect
 */
export function foldHost(header: string): string {
  const host = header.toLowerCase().replace(/:\d+$/, "");
  const [, product] = /^([a-z0-9-]+)(?:\.[a-z0-9-]+){0,2}\.twilio\.com$/.exec(host) ?? [];
  return product === undefined ? host : `${product}.twilio.com`;
}
