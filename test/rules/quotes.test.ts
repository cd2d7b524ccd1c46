import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ruleKinds } from "../../src/bench/kinds.ts";
import { simplify } from "../../src/model/simplify.ts";
import { loadSources } from "../../src/pack/load.ts";
import { shippedFiles } from "../pack/files.ts";
import { describeShared, shared } from "../shared.ts";

/** Documents that lie beside the project, by the title their pack quotes them under. */
const DOCUMENTS: Record<string, string> = {
  "关于“担当作为、狠抓落实”重点任务的实施方案": "sources/000_0e36c182905db58d.txt",
  关于开展省级机关作风整顿的意见: "sources/001_cb6ace9c60f9329a.txt",
  "关于贯彻落实全省政府系统推动“三减三强两倡导”深化“五型”政府建设推进高质量跨越式发展若干措施的实施细则":
    "sources/002_25cc8ea62125b708.txt",
  进一步提升全市政府系统工作质量推动决策部署精准落实实施方案: "sources/003_8445709f1d28827a.txt",
  关于解决形式主义突出问题为基层减负的二十五条措施: "sources/004_50f118b145716868.txt",
  // The edition of 2010; the terms of secrecy quoted stand in that of 2024 in the same words.
  中华人民共和国保守国家秘密法: "corpus/laws/5f9ff08c-保守国家秘密法(2010-04-29).md",
};

/** Quoted by the packs from copies that do not lie beside the project. */
const ELSEWHERE = [
  "GB/T 15834-2011 标点符号用法",
  "GB/T 15835-2011 出版物上数字用法",
  "GB/T 9704-2012 党政机关公文格式",
  "党政机关公文处理工作条例",
  "整治形式主义为基层减负若干规定",
];

/** Script, width, punctuation and blanks do not make a quotation another. */
function folded(text: string): string {
  return simplify(text.normalize("NFKC")).replace(/[\s\p{P}\p{S}]/gu, "");
}

describeShared("quotations", async () => {
  const names = await shippedFiles.names();
  const { packs } = await loadSources(names, ruleKinds, shippedFiles);
  const quoted = packs.flatMap((pack) =>
    pack.rules.flatMap((rule) =>
      rule.basis.flatMap(({ document, quote }) =>
        DOCUMENTS[document] ? [{ rule: rule.id, quote, file: DOCUMENTS[document] }] : [],
      ),
    ),
  );

  it.each(quoted)("$rule quotes its source word for word", ({ quote, file }) => {
    const text = folded(readFileSync(shared(file)!, "utf8"));
    for (const piece of quote.split("…")) expect(text).toContain(folded(piece));
  });

  it("are compared wherever the document lies beside the project", () => {
    const named = packs.flatMap(({ rules }) => rules.flatMap(({ basis }) => basis.filter(({ quote }) => quote !== "")));
    const documents = [...new Set(named.map(({ document }) => document))];
    expect(documents.sort()).toEqual([...Object.keys(DOCUMENTS), ...ELSEWHERE].sort());
  });
});
