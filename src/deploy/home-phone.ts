/**
 * The SIP address that the home's phone registers under, which is what rings it.
 * @see https://www.twilio.com/docs/voice/api/sip-registration
 */
export function homePhone(
  { SIP_USERNAME: username = "" }: Readonly<Record<string, string | undefined>>,
  domainName: string,
): string {
  return `sip:${username}@${domainName}`;
}
