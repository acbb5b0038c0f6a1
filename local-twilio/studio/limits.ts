/**
 * Studio's limits, by name.
 * @see https://www.twilio.com/docs/studio/faq
 */
export const STUDIO_LIMITS = {
  steps: 1000,
  sameWidgetInARow: 10,
  liquidForIterations: 15,
  liquidRenderedBytes: 16 * 1024,
  httpTimeoutMs: 10_000,
  httpBodyBytes: 64 * 1024,
} as const;
