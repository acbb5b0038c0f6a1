/**
 * Where the audio of recordings is, which no OpenAPI document has.
 * @see https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
export const RECORDING_MEDIA =
  /^\/2010-04-01\/Accounts\/AC[0-9a-f]{32}\/Recordings\/RE[0-9a-f]{32}(?:\.wav|\.mp3)?$/;
