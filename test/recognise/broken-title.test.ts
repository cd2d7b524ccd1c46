import { expect, test } from "vitest";
import { draft } from "./draft.ts";

test("a title whose line breaks behind the name of another paper goes on below", () => {
  const document = draft(
    "某市人力资源和社会保障局 某市公安局\n关于印发某市引进人才入户管理办法\n实施细则的通知\n各有关单位：\n现将实施细则印发给你们，请遵照执行。\n某市人力资源和社会保障局\n2022年7月7日",
  );
  expect(document.elements.title?.text.replace(/\s/g, "")).toBe(
    "某市人力资源和社会保障局某市公安局关于印发某市引进人才入户管理办法实施细则的通知",
  );
});

test("the heading below a whole title is no part of it", () => {
  const document = draft(
    "某市人民政府关于印发重点工作方案的通知\n重点任务\n为推进重点工作，制定本方案。\n一、建设平台。\n二、共享数据。",
  );
  expect(document.elements.title?.text).toBe("某市人民政府关于印发重点工作方案的通知");
});
