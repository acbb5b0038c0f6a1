/** A postal address. Instants are epoch milliseconds. @see https://www.twilio.com/docs/usage/api/address */
export interface AddressRow {
  readonly sid: string;
  readonly dateCreated: number;
  readonly dateUpdated: number;
  readonly friendlyName: string;
  readonly customerName: string;
  readonly street: string;
  readonly streetSecondary: string | null;
  readonly city: string;
  readonly region: string;
  readonly postalCode: string;
  readonly isoCountry: string;
  /** Whether a number may be registered there for emergency calls. */
  readonly emergencyEnabled: boolean;
}
