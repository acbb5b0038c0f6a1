import { inTime } from "../../../src/runtime/in-time";

const never = new Promise<string>(() => undefined);

test("gives what comes in time, and undefined for what does not", async () => {
  expect(await inTime(1000, Promise.resolve("now"))).toBe("now");
  expect(await inTime(5, never)).toBeUndefined();
  expect(await inTime(-1, never)).toBeUndefined();
});

test("throws what fails in time; what fails later harms nobody", async () => {
  await expect(inTime(1000, Promise.reject(new Error("no")))).rejects.toThrow("no");
  const late = new Promise<string>((_, reject) => setTimeout(() => reject(new Error("late")), 10));
  expect(await inTime(1, late)).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 20));
});

test("leaves no timer behind", async () => {
  jest.useFakeTimers();
  await inTime(60_000, Promise.resolve());
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});
