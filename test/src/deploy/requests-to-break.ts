/**
 * Which of so many requests a test breaks in turn: every one of them with EVERY_REQUEST=1, as CI has it and
 * `npm run test:faults`, and every fifteenth otherwise, so that `npm test` stays short.
 */
export function requestsToBreak(count: number): number[] {
  const stride = process.env.EVERY_REQUEST === "1" ? 1 : 15;
  return Array.from({ length: Math.ceil(count / stride) }, (_, index) => index * stride);
}
