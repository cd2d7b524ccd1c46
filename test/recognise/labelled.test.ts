import { describe, expect, test } from "vitest";
import { f1, scoreLabelled } from "./score.ts";

describe("twelve official texts labelled by hand", () => {
  const scores = scoreLabelled();
  const score = (name: string) => scores.get(name)!;

  test.each([
    ["title", 9, 1],
    ["docNumber", 4, 0],
    ["addressees", 5, 0],
    ["signature", 4, 0],
    ["date", 5, 0],
    ["attachments", 2, 0],
  ])("%s", (name, labelled, errors) => {
    expect(score(name).found + score(name).missed).toBe(labelled);
    expect(score(name).noise + score(name).missed, score(name).misses.join("\n")).toBeLessThanOrEqual(errors);
  });

  test("every clause, and how deep it stands", () => {
    expect(score("clause").found).toBeGreaterThanOrEqual(484);
    expect(f1(score("clause")), score("clause").misses.join("\n")).toBeGreaterThanOrEqual(0.998);
    expect(f1(score("level")), score("level").misses.join("\n")).toBeGreaterThanOrEqual(0.998);
    expect(f1(score("leaf")), score("leaf").misses.join("\n")).toBeGreaterThanOrEqual(0.995);
  });

  test("body from its first to its last line, and nothing of the page around it", () => {
    expect(f1(score("body")), score("body").misses.join("\n")).toBeGreaterThanOrEqual(0.998);
    expect(score("chrome in body").misses).toEqual([]);
  });
});
