import type { DocumentResult } from "../model/result.ts";
import type { ReportFormat } from "./format.ts";

/** `elapsed` is for people; without it two runs over the same files give the same bytes. */
const wire = ({ elapsed: _elapsed, ...result }: DocumentResult) => JSON.stringify(result);

/** `{documents: […], summary, exitCode}`, one document a line. */
export const json: ReportFormat = {
  name: "json",
  start() {
    let separator = "\n";
    return {
      begin: () => '{"documents":[',
      document(result) {
        const text = separator + wire(result);
        separator = ",\n";
        return text;
      },
      end: (summary, exitCode) => `\n],\n"summary":${JSON.stringify(summary)},\n"exitCode":${exitCode}}\n`,
    };
  },
};

/** One line a document, then one line `{summary, exitCode}`. */
export const jsonl: ReportFormat = {
  name: "jsonl",
  start: () => ({
    begin: () => "",
    document: (result) => `${wire(result)}\n`,
    end: (summary, exitCode) => `${JSON.stringify({ summary, exitCode })}\n`,
  }),
};
