// What the packs find in documents that were really issued: the pools that scripts/eval/precision.mjs draws from.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { importTs } from "../import-ts.mjs";

/** Packs every unit may run; gbt-9704 judges layout, which only a docx has. */
const NATIONAL = ["gongwen", "gbt-15834", "gbt-15835", "tiaoli-2012", "hegao"];
const LOCAL = ["shandong-2019", "tianshui-2019", "jingdezhen-2019", "hebei-2016", "work-quality"];

/** Lines or paragraphs shown before and behind a finding. */
const AROUND = 2;

function* documents(shared, folders) {
  for (const folder of folders) {
    for (const name of readdirSync(join(shared, folder)).sort()) yield `${folder}/${name}`;
  }
}

/**
 * Every error and warning in the reference corpus, with its context, and how many findings each rule gives:
 * `national` over all issued documents, `local` (rules of the local packs alone) over policy texts and the sources.
 */
export async function precisionPools(root) {
  const shared = join(root, "../shared");
  const { loadPacks, checkFile } = await import(join(root, "dist/index.js"));
  const { read, DEFAULT_LIMITS } = await importTs("src/read/read.ts", "src/model/limits.ts");
  const paragraphs = async (path) => {
    const result = await read(new Uint8Array(readFileSync(path)), path, DEFAULT_LIMITS);
    return result.ok ? result.source.blocks.filter(({ region, text }) => region === "body" && text.trim() !== "") : [];
  };

  async function pool(packsOf, folders, wanted) {
    const found = { documents: 0, findings: [], counts: {}, verdicts: [] };
    for (const file of documents(shared, folders)) {
      const path = join(shared, file);
      const result = await checkFile(path, { packs: await packsOf(file) });
      if (!result.status.startsWith("checked")) continue;
      found.documents++;
      for (const { rule, reason } of result.notChecked)
        found.verdicts.push({ file, rule, kind: "not checked", why: reason });
      for (const { rule, because } of result.notApplicable)
        found.verdicts.push({ file, rule, kind: "not applicable", why: because });
      const blocks = result.findings.length > 0 ? await paragraphs(path) : [];
      for (const finding of result.findings.filter(wanted)) {
        const count = (found.counts[finding.rule] ??= { error: 0, warning: 0, info: 0 });
        count[finding.severity]++;
        if (finding.severity !== "info") found.findings.push(withContext(file, finding, result, blocks));
      }
    }
    return found;
  }

  const packs = new Map();
  const load = async (...names) => {
    const key = names.join();
    if (!packs.has(key)) packs.set(key, await loadPacks(names));
    return packs.get(key);
  };
  const national = await pool(
    (file) => load(...NATIONAL, ...(file.endsWith(".docx") ? ["gbt-9704"] : [])),
    ["corpus/policy", "corpus/docx-issued", "sources"],
    () => true,
  );
  const local = { documents: 0, findings: [], counts: {}, verdicts: [] };
  for (const name of LOCAL) {
    const one = await pool(
      () => load(name),
      ["corpus/policy", "sources"],
      ({ pack }) => pack === name,
    );
    local.documents = one.documents;
    local.findings.push(...one.findings);
    Object.assign(local.counts, one.counts);
    local.verdicts.push(...one.verdicts);
  }
  return { national, local };
}

function withContext(file, finding, result, blocks) {
  const at = blocks.findIndex(({ paragraph }) => paragraph === (finding.paragraph ?? finding.line));
  const from = Math.max(0, at - AROUND);
  const context = at < 0 ? blocks.slice(0, 6) : blocks.slice(from, at + AROUND + 1);
  const { rule, severity, fingerprint, place, message, text } = finding;
  return {
    file,
    rule,
    severity,
    fingerprint,
    place,
    words: text.slice(0, 60) || message.slice(0, 60),
    message,
    document: { title: result.title, kind: result.facts.kind.value, issued: result.facts.issuedOn.value },
    context: context.map(
      (block) => `${block === blocks[at] ? ">" : " "} ${block.paragraph}: ${block.text.slice(0, 400)}`,
    ),
  };
}
