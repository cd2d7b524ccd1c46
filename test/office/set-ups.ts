import {
  AlignmentType,
  Document,
  DocumentGridType,
  type IParagraphOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from "docx";

/** A document whose page set-up is known, to be laid out by an office program and by the estimator. */
export interface SetUp {
  name: string;
  bytes: Uint8Array;
}

const SENTENCES = [
  "各级各部门要把思想和行动统一到减轻基层负担的部署上来，切实增强政治自觉。",
  "发给县级以下的文件、召开的会议要大幅度精简，确保发文数量、会议数量比上一年减少30%以上。",
  "从严控制篇幅，部署专项工作或者具体任务的文件一般不超过4000字。",
  "牵头单位：市政府办公室；配合单位：市委编办、市财政局、市人力资源社会保障局、市审计局。",
  "严格控制向基层派发表格材料，能通过“一网通办”平台、GIS系统和电子政务外网取得的数据，不再要求基层报送。",
  "每年12月31日前完成。",
  "（一）统筹规范督查检查考核工作。对县乡村和厂矿企业学校的督查检查考核事项减少50%以上，不得随意要求基层填表报数、层层报材料，不得简单将有没有领导批示、开会发文、台账记录、工作笔记等作为工作是否落实的标准。",
];

const FACES = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋_GB2312" };
/** Twips of 37, 26, 35 and 28 mm. */
const MARGINS = { top: 2098, right: 1474, bottom: 1984, left: 1588 };

type Spacing = NonNullable<IParagraphOptions["spacing"]>;
const exact = (points: number): Spacing => ({ line: points * 20, lineRule: LineRuleType.EXACT });
const multiple = (lines: number): Spacing => ({ line: lines * 240, lineRule: LineRuleType.AUTO });

function body(count: number, points: number, spacing: Spacing, shift = 0): Paragraph[] {
  return Array.from({ length: count }, (_, i) => {
    // Paragraphs of one to three sentences, in an order that repeats only after 21.
    const text = Array.from({ length: 1 + (i % 3) }, (_, j) => SENTENCES[(i * 2 + j + shift) % SENTENCES.length]).join(
      "",
    );
    return new Paragraph({
      spacing,
      indent: { firstLine: points * 40 },
      alignment: AlignmentType.JUSTIFIED,
      children: [new TextRun({ text, size: points * 2, font: FACES })],
    });
  });
}

function title(spacing: Spacing): Paragraph {
  const text = "关于进一步精简文件会议切实减轻基层负担的若干措施";
  return new Paragraph({
    spacing,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, size: 44, font: { ...FACES, eastAsia: "方正小标宋简体" } })],
  });
}

function table(rows: number, points: number, spacing: Spacing): Table {
  const cell = (text: string, width: number) =>
    new TableCell({
      width: { size: width, type: "dxa" },
      children: [new Paragraph({ spacing, children: [new TextRun({ text, size: points * 2, font: FACES })] })],
    });
  const widths = [800, 6044, 2000];
  return new Table({
    columnWidths: widths,
    rows: Array.from(
      { length: rows },
      (_, i) =>
        new TableRow({
          children: [String(i + 1), SENTENCES[i % SENTENCES.length]!, "市财政局"].map((text, c) =>
            cell(text, widths[c]!),
          ),
        }),
    ),
  });
}

const portrait = { size: { width: 11906, height: 16838 }, margin: MARGINS };

async function setUp(name: string, sections: ISectionOptions[]): Promise<SetUp> {
  const document = new Document({
    styles: { default: { document: { run: { size: 32, font: FACES } } } },
    sections,
  });
  return { name, bytes: new Uint8Array(await Packer.toBuffer(document)) };
}

const plain = (name: string, children: ISectionOptions["children"]) =>
  setUp(name, [{ properties: { page: portrait }, children }]);

/** Page set-ups as they occur in offices: line pitches, sizes, grid on and off, tables, two sections. */
export function makeSetUps(): Promise<SetUp[]> {
  // A grid of lines alone: LibreOffice reads the character grid of a docx as 24 characters where Word and WPS set 28.
  const grid = { type: DocumentGridType.LINES, linePitch: 579 };
  const landscape = { size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE }, margin: MARGINS };
  return Promise.all([
    plain("exact-28", [title(exact(35)), ...body(40, 16, exact(28))]),
    plain("exact-29", [title(exact(35)), ...body(45, 16, exact(29), 1)]),
    plain("exact-30", [title(exact(35)), ...body(63, 16, exact(30), 2)]),
    plain("exact-22-small", [...body(80, 12, exact(22), 3)]),
    plain("one-and-a-half", [...body(50, 14, multiple(1.5), 4)]),
    plain("single", [...body(60, 16, multiple(1), 5)]),
    plain("spaced-paragraphs", [...body(40, 16, { ...exact(28), before: 120, after: 120 }, 6)]),
    setUp("grid", [{ properties: { grid, page: portrait }, children: body(50, 16, multiple(1)) }]),
    plain("table", [...body(6, 16, exact(28)), table(40, 12, exact(18)), ...body(6, 16, exact(28), 2)]),
    setUp("two-sections", [
      { properties: { page: portrait }, children: body(20, 16, exact(28)) },
      { properties: { page: landscape }, children: [table(30, 14, exact(20)), ...body(8, 16, exact(28))] },
    ]),
  ]);
}
