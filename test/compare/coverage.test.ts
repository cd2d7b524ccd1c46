import { describe, expect, it } from "vitest";
import { coverage } from "../../src/compare/coverage.ts";
import { paired, quantities } from "../../src/compare/quantities.ts";
import { document, PROVINCE } from "./document.ts";

const superior = document("上级.txt", ...PROVINCE);
const draft = document(
  "草稿.txt",
  "乐平市人民政府办公室关于加强农村水利设施管护工作的通知",
  "各乡镇人民政府，市政府各部门：",
  "为管好用好农村水利设施，现将有关事项通知如下：",
  "一、明确管护主体",
  "1.市水利局牵头建立全市小型水库台账，逐座登记坝高、库容、管护人和巡查路线，每季度向市政府办公室报送一次变动情况。",
  "2.各乡镇力争在2020年6月底前完成灌溉渠道确权颁证，确权率不低于80%，未确权的渠道不安排市级维修资金。",
  "二、其他",
  "3.每个村组织一次爱国卫生大扫除，清理房前屋后的杂物，由妇联评比。",
  "乐平市人民政府办公室",
  "2019年5月8日",
);

describe("coverage", () => {
  const result = coverage(draft, [superior]);
  const task = (path: string) => result.tasks.find((one) => one.path === path)!;

  it("says of every task of the superior how it is taken up, and where", () => {
    expect(task("一1")).toMatchObject({ state: "copied", link: { path: "一1" } });
    expect(task("一2").link?.path).toBe("一2");
    expect(task("二3")).toMatchObject({ state: "missing", link: null });
    expect(result.counts.copied + result.counts.localised + result.counts.reworded + result.counts.missing).toBe(
      result.tasks.length,
    );
  });

  it("says of every clause of the draft where it comes from", () => {
    const clause = (path: string) => result.clauses.find((one) => one.path === path)!;
    expect(clause("一1").from).toMatchObject({ name: "上级.txt", path: "一1" });
    expect(clause("二3")).toMatchObject({ state: "new", from: null });
  });

  it("sees a lowered target, a later deadline and a weaker obligation", () => {
    const kinds = task("一2").changes.map((change) => [change.kind, change.direction]);
    expect(kinds).toContainEqual(["target-lowered", "discount"]);
    expect(kinds).toContainEqual(["deadline-later", "discount"]);
    expect(kinds).toContainEqual(["obligation-weaker", "discount"]);
  });

  it("compares a strong word only with a weak one in the same demand, and no fines", () => {
    const above = document(
      "上级.txt",
      "江西省人民政府办公厅关于加强渡口安全管理的意见",
      "赣府厅发〔2019〕3号",
      "各市、县（区）人民政府：",
      "1.渡口经营人应当在渡船上配齐救生衣，每个渡口每月组织一次救生演练，超载渡运的处二千元以上二万元以下的罚款。",
      "江西省人民政府办公厅",
      "2019年1月8日",
    );
    const changesIn = (words: string) =>
      coverage(
        document(
          "草稿.txt",
          "乐平市人民政府办公室关于加强渡口安全管理的通知",
          "乐府办发〔2019〕9号",
          "各乡镇人民政府：",
          words,
          "乐平市人民政府办公室",
          "2019年3月8日",
        ),
        [above],
      ).tasks.flatMap((task) => task.changes.map((change) => change.kind));
    const same = "1.渡口经营人应当在渡船上配齐救生衣，每个渡口每月组织一次救生演练";
    expect(changesIn(`${same}，鼓励船工报考轮机员证书，超载渡运的处五百元以上五千元以下的罚款。`)).toEqual([]);
    expect(changesIn(`${same.replace("应当", "可以")}。`)).toEqual(["obligation-weaker"]);
  });

  it("sees nothing to tell between a document and itself", () => {
    const same = coverage(superior, [superior]);
    expect(same.counts.missing).toBe(0);
    expect(same.tasks.flatMap((one) => one.changes)).toEqual([]);
  });
});

describe("quantities", () => {
  it("reads digits and Chinese numerals with their bound", () => {
    const read = (text: string) => quantities(text).map(({ value, unit, bound }) => [value, unit, bound]);
    expect(read("确权率不低于95%")).toEqual([[95, "%", "least"]]);
    expect(read("会议不超过二十人")).toEqual([[20, "人", "most"]]);
    expect(read("文件压减百分之三十")).toEqual([[30, "%", "cut"]]);
    expect(read("2019年3月1日起执行第二次调整")).toEqual([]);
  });

  it("pairs what counts the same thing", () => {
    const pairs = paired(quantities("每年巡查6次，培训2次"), quantities("每年巡查12次，培训4次"), 0.4);
    expect(pairs.map((pair) => [pair.source.value, pair.draft.value])).toEqual([
      [12, 6],
      [4, 2],
    ]);
  });
});
