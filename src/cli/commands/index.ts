import { type Command, InvalidArgumentError } from "commander";
import { LEAST_MEMORY, MEMORY } from "../../index-store/pairs.ts";
import { say } from "../../language/say.ts";
import type { AddCommand } from "../main.ts";
import { formatChoice } from "../one-document.ts";

/** `index build | add | remove | list | info | verify`: many documents, prepared once for `--against`. */
export const indexCommand: AddCommand = (program, session) => {
  const { language } = session;
  const word = (key: string) => say(language, key);
  const index = program.command("index").description(word("cli.index"));
  const sub = (name: string) => {
    const command = index.command(name).description(word(`cli.index-${name}`));
    return command.option("--lang <language>", word("cli.lang"));
  };
  const ofFolder = (command: Command) => command.argument("<index>", word("cli.index-folder"));
  // The index is loaded by those who ask for it.
  const work = () => import("../index-work.ts");
  sub("build")
    .argument("<path...>", word("cli.paths"))
    .requiredOption("--out <folder>", word("cli.index-out"))
    .option("--memory <MB>", word("cli.index-memory"), megabytes, MEMORY)
    .action(async (paths: string[], { out, memory }: { out: string; memory: number }) =>
      (await work()).writeIndex("build", out, paths, memory, session),
    );
  ofFolder(sub("add"))
    .argument("<path...>", word("cli.paths"))
    .option("--memory <MB>", word("cli.index-memory"), megabytes, MEMORY)
    .action(async (folder: string, paths: string[], { memory }: { memory: number }) =>
      (await work()).writeIndex("add", folder, paths, memory, session),
    );
  ofFolder(sub("remove"))
    .argument("<path...>", word("cli.paths"))
    .action(async (folder: string, paths: string[]) => (await work()).removeDocuments(folder, paths, session));
  ofFolder(sub("info"))
    .option("--documents", word("cli.index-documents"))
    .option("--format <format>", word("cli.view-format"), formatChoice, "pretty")
    .action(async (folder: string, options: { documents?: boolean; format: string }) =>
      (await work()).showIndex(folder, options, session),
    );
  ofFolder(sub("list"))
    .option("--format <format>", word("cli.view-format"), formatChoice, "pretty")
    .action(async (folder: string, { format }: { format: string }) =>
      (await work()).showIndex(folder, { documents: true, format }, session),
    );
  ofFolder(sub("verify")).action(async (folder: string) => (await work()).checkIndex(folder, session));
};

function megabytes(value: string): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number < LEAST_MEMORY) throw new InvalidArgumentError(`${value} < ${LEAST_MEMORY}`);
  return number;
}
