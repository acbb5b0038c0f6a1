/** Reads a port argument; 0 means any free one. @throws RangeError when it is no port, or leaves no room for three more. */
export function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port === 0 || (port >= 1024 && port <= 65_532)) return port;
  throw new RangeError(`Cannot listen on port ${text}: allowed are 1024 to 65532, and 0 for any free ones`);
}
