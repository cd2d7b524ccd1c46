import { resolve } from "node:path";
import type { Chunk, ReportContext, Reporter } from "../report/format.ts";
import { FORMAT_NAMES, FORMATS, type FormatName, isFormat } from "../report/formats.ts";
import { UsageError } from "./errors.ts";
import { type FileInMaking, fileInMaking, type World } from "./world.ts";

/** `--format sarif:out.sarif`: a format and where it goes; null for standard output. */
export interface Output {
  format: FormatName;
  file: string | null;
}

/** Reads the `--format` options. Only one report may go to standard output. */
export function parseOutputs(options: readonly string[]): Output[] {
  const outputs = options.map((option): Output => {
    const at = option.indexOf(":");
    const format = at < 0 ? option : option.slice(0, at);
    const file = at < 0 ? null : option.slice(at + 1);
    if (!isFormat(format) || file === "") {
      throw new UsageError("cli.unknown-format", { format: option, formats: FORMAT_NAMES.join(" ") });
    }
    return { format, file };
  });
  if (outputs.filter(({ file }) => file === null).length > 1) throw new UsageError("cli.two-on-stdout");
  return outputs;
}

/** All reports of a run, fed together. Files appear under their names only when the run ends well. */
export interface Reports {
  document(...args: Parameters<Reporter["document"]>): Promise<void>;
  end(...args: Parameters<Reporter["end"]>): Promise<void>;
  abandon(): Promise<void>;
}

export async function openReports(outputs: readonly Output[], context: ReportContext, world: World): Promise<Reports> {
  const open: { reporter: Reporter; file: FileInMaking | null }[] = [];
  const send = (file: FileInMaking | null, chunk: Chunk) => (file ? file.write(chunk) : world.out(chunk));
  for (const { format, file } of outputs) {
    const start = (await FORMATS[format]()).start;
    // A report in a file is no terminal: no colours, room enough.
    const reporter = start(file === null ? context : { ...context, colour: false, width: 100 });
    const making = file === null ? null : await fileInMaking(resolve(world.cwd, file));
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
