import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkKinds } from "../../src/check/registry.ts";
import { simplify } from "../../src/model/simplify.ts";
import { loadSources } from "../../src/pack/load.ts";
import { shippedFiles } from "../pack/files.ts";
import { describeShared, shared } from "../shared.ts";

/** Documents that lie beside the project, by the title their pack quotes them under. */
const DOCUMENTS: Record<string, string> = {
  关于解决形式主义突出问题为基层减负的二十五条措施: "sources/004_50f118b145716868.txt",
};

/** Script, width, punctuation and blanks do not make a quotation another. */
function folded(text: string): string {
  return simplify(text.normalize("NFKC")).replace(/[\s\p{P}\p{S}]/gu, "");
}

describeShared("quotations", async () => {
  const names = await shippedFiles.names();
  const { packs } = await loadSources(names, checkKinds, shippedFiles);
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

  it("are there", () => {
    expect(quoted.length).toBeGreaterThanOrEqual(7);
  });
});
