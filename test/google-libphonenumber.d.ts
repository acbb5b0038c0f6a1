/** What the tests ask of Google's library, which comes without types. @see https://github.com/ruimarinho/google-libphonenumber */
declare module "google-libphonenumber" {
  export class PhoneNumberUtil {
    static getInstance(): PhoneNumberUtil;
    /** The main country of a calling code. */
    getRegionCodeForCountryCode(callingCode: number): string;
  }
  export class ShortNumberInfo {
    static getInstance(): ShortNumberInfo;
    isEmergencyNumber(number: string, region: string): boolean;
  }
}
