import { describe, expect, test } from "vitest";
import { plan, row, units } from "./duties.ts";

describe("a mark above the clause", () => {
  test.each([
    [
      "bracket behind the heading",
      "一、推进项目建设（市发展改革委牵头，市财政局配合）\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "bracket on a line of its own",
      "一、推进项目建设\n（责任单位：市发展改革委、市财政局）\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "label on a line below the heading",
      "一、推进项目建设\n责任单位：市发展改革委、市财政局\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "several labels below the heading",
      "一、推进项目建设\n牵头单位：市发展改革委\n配合单位：市财政局\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "a list without a label",
      "一、推进项目建设\n市发展改革委牵头，市财政局配合\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "a label without a colon",
      "一、推进项目建设\n责任单位 市发展改革委、市财政局\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "a label and its list on two lines",
      "一、推进项目建设\n责任单位：\n市发展改革委、市财政局\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "at the end of an opening paragraph",
      "一、推进项目建设\n统筹推进全市项目。（市发展改革委、市财政局负责）\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
    [
      "two levels up",
      "一、推进项目建设（市发展改革委、市财政局负责）\n（一）加快前期工作\n1.编制可研报告。\n2.落实用地。\n（二）强化要素保障。",
    ],
    [
      "an article above its items",
      "第一条 推进项目建设。（责任单位：市发展改革委、市财政局）\n（一）加快前期工作。\n（二）强化要素保障。",
    ],
  ])("%s", (_, text) => {
    const document = plan(text);
    const last = row(document, "（二）");
    expect(last.measure).toBe(true);
    expect(last.responsibility.form).toBe("inherited");
    expect(last.responsibility.units.map((unit) => unit.name)).toEqual(["市发展改革委", "市财政局"]);
  });

  test("a clause's own mark goes before the one above it", () => {
    const document = plan(
      "一、推进项目建设（市发展改革委负责）\n（一）加快前期工作。（市水利局负责）\n（二）强化要素保障。",
    );
    expect(units(row(document, "（一）"))).toEqual(["市水利局/负责"]);
    expect(row(document, "（一）").responsibility.form).toBe("bracket");
    expect(units(row(document, "（二）"))).toEqual(["市发展改革委/负责"]);
  });

  test("running text above lends nothing", () => {
    const document = plan(
      "一、推进项目建设\n近年来，市发展改革委牵头完成了改造。\n（一）加快前期工作。\n（二）强化要素保障。",
    );
    expect(row(document, "（二）").responsibility.form).toBe("none");
  });

  test("a section beside it lends nothing", () => {
    const document = plan(
      "一、推进项目建设（市发展改革委负责）\n（一）加快前期工作。\n二、强化要素保障\n（一）落实用地指标。\n（二）落实资金。",
    );
    expect(row(document, "（二）").responsibility.form).toBe("none");
  });
});
