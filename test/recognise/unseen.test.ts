import { describe, expect, test } from "vitest";
import { f1, scoreLabelled } from "./score.ts";

/** `fixtures/labelled-unseen/`: labelled from the text alone, before the recogniser was run on it. */
describe("five official texts labelled before they were read", () => {
  const scores = scoreLabelled(undefined, "labelled-unseen");
  const score = (name: string) => scores.get(name)!;

  test.each([
    ["title", 3],
    ["docNumber", 3],
    ["addressees", 4],
    ["signature", 4],
    ["date", 4],
  ])("%s", (name, labelled) => {
    expect(score(name).found).toBe(labelled);
    expect(score(name).misses).toEqual([]);
  });

  test.each(["clause", "level", "leaf", "body"])("%s", (name) => {
    expect(score("clause").found).toBeGreaterThan(170);
    expect(score(name).misses).toEqual([]);
  });

  test("chrome stays out of the body", () => {
    expect(score("chrome in body").misses).toEqual([]);
  });

  test("measures, and the units of each", () => {
    expect(score("measure").found).toBeGreaterThan(110);
    expect(f1(score("measure")), score("measure").misses.join("\n")).toBeGreaterThanOrEqual(0.98);
    expect(score("unit").found).toBeGreaterThan(170);
    expect(f1(score("unit")), score("unit").misses.join("\n")).toBeGreaterThanOrEqual(0.97);
  });
});
