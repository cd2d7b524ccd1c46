import fc from "fast-check";
import { expect, test } from "vitest";
import type { OfficialDocument } from "../../src/model/document.ts";
import { clauseAt, clausePath } from "../../src/model/place.ts";
import { draft } from "./draft.ts";

const line = fc.oneof(
  fc.constantFrom(
    "",
    "某市关于减负的通知",
    "各县区人民政府：",
    "一、总体要求",
    "二、重点任务",
    "（一）减少文件。一是少发；二是短发。",
    "（二）减少会议：（1）少开；（2）短开。",
    "1.压减文件。",
    "2．压减会议。",
    "1.1 范围",
    "①申请；②审核。",
    "第一章 总则",
    "第一条 为了规范管理，制定本办法。",
    "为减轻基层负担，现通知如下。",
    "附件：1.清单 2.表格",
    "附件1",
    "某市人民政府",
    "2024年3月5日",
    "（此件公开发布）",
    "抄送：市委各部门。",
    "责任编辑：王某",
    "目录",
    "一、总体要求……1",
    "近日，某市印发《减负方案》，全文如下：",
  ),
  fc.string({
    unit: fc.constantFrom(..."一二三、（）()1.．①第条章节是要：:，。；“”《》年月日号附件关于的通知 \t　".split("")),
    maxLength: 30,
  }),
  fc.string({ maxLength: 20 }),
);
const text = fc.array(line, { maxLength: 25 }).map((lines) => lines.map((one) => one.replaceAll("\n", " ")).join("\n"));

function check(property: (document: OfficialDocument) => void): void {
  fc.assert(
    fc.property(text, fc.constantFrom("text" as const, "markdown" as const), (content, format) =>
      property(draft(content, format)),
    ),
    {
      numRuns: 300,
    },
  );
}

test("every span lies inside its block", () => {
  check((document) => {
    const { elements, clauses, blocks } = document;
    const all = Object.values(elements).flat();
    const spans = all.flatMap((element) => element?.spans ?? []);
    for (const clause of clauses) spans.push(clause.span, clause.head, ...clause.own);
    for (const span of spans) {
      const length = blocks[span.block]!.text.length;
      expect(0 <= span.start && span.start <= span.end && span.end <= length).toBe(true);
    }
  });
});

test("clauses stand in reading order, parents before children, one level deeper", () => {
  check(({ clauses }) => {
    clauses.forEach((clause, index) => {
      expect(clause.index).toBe(index);
      const before = clauses[index - 1];
      if (before) expect(before.span.block < clause.span.block || before.span.start < clause.span.start).toBe(true);
      if (clause.parent === null) expect(clause.level).toBe(1);
      else {
        expect(clause.parent).toBeLessThan(index);
        expect(clause.level).toBe(clauses[clause.parent]!.level + 1);
        expect(clauses[clause.parent]!.children).toContain(index);
        expect(clauses[clause.parent]!.lastBlock).toBeGreaterThanOrEqual(clause.lastBlock);
      }
    });
  });
});

test("a clause's place leads back to it", () => {
  check((document) => {
    for (const clause of document.clauses) {
      expect(clauseAt(document, clause.span)?.index).toBe(clause.index);
      if (clause.style !== "heading") expect(clausePath(document, clause)).not.toBeNull();
    }
  });
});

test("no two clauses claim the same text", () => {
  check(({ clauses }) => {
    const spans = clauses.flatMap((clause) => clause.own).sort((a, b) => a.block - b.block || a.start - b.start);
    spans.forEach((span, index) => {
      const next = spans[index + 1];
      if (next && next.block === span.block) expect(span.end).toBeLessThanOrEqual(next.start);
    });
  });
});

test("parts, body and chrome do not overlap, and clauses stand in a part's body", () => {
  check(({ parts, body, chrome, clauses, attachments }) => {
    for (const part of parts) {
      if (!part.body) continue;
      expect(part.range.first <= part.body.first && part.body.last <= part.range.last).toBe(true);
      expect(body!.first <= part.body.first && part.body.last <= body!.last).toBe(true);
    }
    const ranges = [...parts.map((part) => part.range), ...attachments.map((a) => a.range), ...chrome];
    ranges.sort((a, b) => a.first - b.first);
    ranges.forEach((range, index) => {
      expect(range.first).toBeLessThanOrEqual(range.last);
      if (index > 0) expect(ranges[index - 1]!.last).toBeLessThan(range.first);
    });
    for (const clause of clauses) {
      const part = parts.find((one) => one.name === clause.part)!;
      expect(part.body!.first <= clause.span.block && clause.lastBlock <= part.body!.last).toBe(true);
    }
  });
});

test("the same document in traditional characters has the same structure", () => {
  const shape = (content: string) => {
    const { clauses, body, chrome, parts } = draft(content);
    return {
      clauses: clauses.map(({ level, style, span }) => ({ level, style, span })),
      body,
      chrome,
      names: parts.map((p) => p.name),
    };
  };
  const simple =
    "某市关于开展减负工作的意见\n各县区人民政府：\n为减轻负担，现提出如下意见。\n一、总体要求\n（一）会议。一是少开；二是短开。\n责任编辑：王某";
  const traditional =
    "某市關於開展減負工作的意見\n各縣區人民政府：\n為減輕負擔，現提出如下意見。\n一、總體要求\n（一）會議。一是少開；二是短開。\n責任編輯：王某";
  expect(shape(traditional)).toEqual(shape(simple));
});
