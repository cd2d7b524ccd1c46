import type { Chunk, ReportContext, Reporter } from "../report/format.ts";
import { FORMATS, type FormatName } from "../report/formats.ts";
import { UsageError } from "./errors.ts";
import { reportFile } from "./report-file.ts";
import type { FileInMaking, World } from "./world.ts";

/** `--format sarif:out.sarif`: a format and where it goes; null for standard output. */
export interface Output<Name extends string = FormatName> {
  format: Name;
  file: string | null;
}

/** Reads the `--format` options. Only one report may go to standard output, and no bytes to a terminal. */
export function outputsOf<Name extends string>(
  options: readonly string[],
  names: readonly Name[],
  { outIsTerminal }: Pick<World, "outIsTerminal">,
): Output<Name>[] {
  const outputs = options.map((option): Output<Name> => {
    const at = option.indexOf(":");
    const format = names.find((name) => name === (at < 0 ? option : option.slice(0, at)));
    const file = at < 0 ? null : option.slice(at + 1);
    if (format === undefined || file === "") {
      throw new UsageError("cli.unknown-format", { format: option, formats: names.join(" ") });
    }
    if (file === null && outIsTerminal && BINARY.includes(format)) throw new UsageError("cli.binary", { format });
    return { format, file };
  });
  if (outputs.filter(({ file }) => file === null).length > 1) throw new UsageError("cli.two-on-stdout");
  return outputs;
}

/** Formats that are bytes, which a terminal would take for orders. */
const BINARY: readonly string[] = ["xlsx"];

/** Writes one whole output: to standard output, or to a file that appears under its name when it is complete; never over a draft. */
export async function writeOutput(
  file: string | null,
  chunk: Chunk,
  drafts: ReadonlySet<string>,
  world: World,
): Promise<void> {
  if (file === null) return world.out(chunk);
  const making = await reportFile(file, world.cwd, drafts);
  try {
    await making.write(chunk);
    await making.finish();
  } catch (error) {
    await making.abandon();
    throw error;
  }
}

/** All reports of a run, fed together. Files appear under their names only when the run ends well. */
export interface Reports {
  document(...args: Parameters<Reporter["document"]>): Promise<void>;
  end(...args: Parameters<Reporter["end"]>): Promise<void>;
  abandon(): Promise<void>;
}

/** `drafts` are the files that the run was told to check, by absolute path: no report is written over one. */
export async function openReports(
  outputs: readonly Output[],
  context: ReportContext,
  drafts: ReadonlySet<string>,
  world: World,
): Promise<Reports> {
  const open: { reporter: Reporter; file: FileInMaking | null }[] = [];
  const send = (file: FileInMaking | null, chunk: Chunk) => (file ? file.write(chunk) : world.out(chunk));
  for (const { format, file } of outputs) {
    const start = (await FORMATS[format]()).start;
    // A report in a file is no terminal: no colours, room enough.
    const reporter = start(file === null ? context : { ...context, colour: false, width: 100 });
    const making = file === null ? null : await reportFile(file, world.cwd, drafts);
    open.push({ reporter, file: making });
    await send(making, reporter.begin());
  }
  return {
    async document(...args) {
      for (const { reporter, file } of open) await send(file, await reporter.document(...args));
    },
    async end(...args) {
      for (const { reporter, file } of open) {
        await send(file, await reporter.end(...args));
        await file?.finish();
        for (const remark of reporter.remarks?.() ?? []) world.err(`${remark}\n`);
      }
    },
    async abandon() {
      for (const { file } of open) await file?.abandon();
    },
  };
}
