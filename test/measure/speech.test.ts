import { expect, it } from "vitest";
import { speechMinutes } from "../../src/measure/speech.ts";

it("gives minutes by the assumed speed of 180–220 words", () => {
  expect(speechMinutes(2000)).toEqual({ low: 9.1, best: 10, high: 11.1 });
  expect(speechMinutes(0)).toEqual({ low: 0, best: 0, high: 0 });
});

it("takes the author's own speed", () => {
  expect(speechMinutes(3000, { slow: 150, usual: 150, fast: 300 })).toEqual({ low: 10, best: 20, high: 20 });
});

it.each([
  { slow: 0, usual: 200, fast: 220 },
  { slow: 210, usual: 200, fast: 220 },
  { slow: 180, usual: 200, fast: 190 },
])("refuses the speed %o", (speed) => {
  expect(() => speechMinutes(100, speed)).toThrow(RangeError);
});
