import { isCallEnded } from "./call-ended";
import { exit, parametersOf, speak, type Widget } from "./widget";

/**
 * Record Voicemail. Exits: `recordingComplete` · `hangup` the caller hung up, the usual way a message ends ·
 * `noAudio` no recording was made, so TwiML fell through `<Record>`.
 * The transcription goes to its callback URL only, never into the flow.
 * @see https://www.twilio.com/docs/studio/widget-library/record-voicemail
 */
export const recordVoicemail: Widget<"record-voicemail"> = {
  enter: (properties, { liquid, webhookUrl }) => {
    const {
      timeout = 5,
      max_length: maxLength = 3600,
      trim = "trim-silence",
      play_beep: playBeep,
    } = properties;
    const transcribeCallback = liquid(properties.transcription_callback_url).trim() || undefined;
    const recordingStatusCallback = liquid(properties.recording_status_callback_url).trim() || undefined;
    const attributes = {
      action: webhookUrl("recordingComplete"),
      method: "POST",
      timeout,
      maxLength,
      finishOnKey: liquid(properties.finish_on_key) || undefined,
      playBeep: liquid(playBeep) || "true",
      trim,
      transcribe: properties.transcribe === true ? true : undefined,
      transcribeCallback: properties.transcribe === true ? transcribeCallback : undefined,
      recordingStatusCallback,
      recordingStatusCallbackMethod: recordingStatusCallback === undefined ? undefined : "POST",
    };
    const fallThrough = {
      name: "Redirect",
      attributes: { method: "POST" },
      children: [webhookUrl("noAudio")],
    };
    return speak({ name: "Record", attributes }, fallThrough);
  },
  resume: (_properties, arrival) => {
    const parameters = parametersOf(arrival);
    if (arrival.type === "webhook" && arrival.flowEvent === "noAudio") return exit("noAudio");
    const hungUp = parameters.Digits === "hangup" || isCallEnded(parameters);
    return exit(hungUp ? "hangup" : "recordingComplete", parameters);
  },
};
