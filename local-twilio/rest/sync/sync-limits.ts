/** Bytes of JSON a Document or a Map Item may hold. @see https://www.twilio.com/docs/sync/limits */
export const MAX_DATA_BYTES = 16 * 1024;

/** Longest Map Item key. The API reference says 320, error 54209 says 256: the smaller one holds everywhere. */
export const MAX_KEY_LENGTH = 256;

/** Longest unique name. @see https://www.twilio.com/docs/api/errors/54302 */
export const MAX_NAME_LENGTH = 256;

/** Longest time to live, in seconds: a year. @see https://www.twilio.com/docs/api/errors/54011 */
export const MAX_TTL_SECONDS = 31_536_000;

/** Largest page of any Sync list. @see https://www.twilio.com/docs/sync/api/map-item-resource */
export const MAX_PAGE_SIZE = 100;

/**
 * Reads, and writes of up to 1 KiB, a second and an object: a whole Map counts as one.
 * @see https://www.twilio.com/docs/sync/limits
 */
export const OPERATIONS_PER_SECOND = 20;

/** Seconds over which the rate is averaged. @see https://www.twilio.com/docs/sync/limits */
export const BURST_SECONDS = 10;

/** Writes from 10 KiB are held to 2 a second, a tenth of the rate of small ones. @see https://www.twilio.com/docs/sync/limits */
export const LARGE_WRITE_COST = 10;

/** Between these sizes, in bytes, the cost of a write is assumed to rise in a straight line. */
export const SMALL_WRITE_BYTES = 1024;
export const LARGE_WRITE_BYTES = 10 * 1024;
