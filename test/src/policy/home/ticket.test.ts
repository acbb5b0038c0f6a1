import fc from "fast-check";
import { isTicket, ticketFor } from "../../../../src/policy/home/ticket";

test("a ticket is good for its parts, with its secret, and for no others", () => {
  fc.assert(
    fc.property(fc.array(fc.string()), fc.array(fc.string()), fc.string(), (parts, others, secret) => {
      const ticket = ticketFor(secret, ...parts);
      expect(isTicket(ticket, secret, ...parts)).toBe(true);
      expect(isTicket(ticket, `${secret}x`, ...parts)).toBe(false);
      expect(isTicket(ticket, secret, ...others)).toBe(JSON.stringify(parts) === JSON.stringify(others));
      expect(isTicket(`${ticket} `, secret, ...parts)).toBe(false);
    }),
  );
});

test("parts that run together are other parts", () => {
  expect(ticketFor("s", "ab", "c")).not.toBe(ticketFor("s", "a", "bc"));
});
