import { type Language, say } from "../../language/say.ts";
import type { Ledger, LedgerRow } from "../../ledger/ledger.ts";
import type { Role } from "../../model/document.ts";

const ROLES = { lead: "牵头", assist: "配合", responsible: "负责" } as const satisfies Record<string, Role>;

export type LedgerColumnName =
  | "number"
  | "heading"
  | "clause"
  | "task"
  | keyof typeof ROLES
  | "time"
  | "until"
  | "target"
  | "remark";

/** A column of the 责任清单 and what a row has in it. */
export interface LedgerColumn {
  name: LedgerColumnName;
  head: string;
  cell(row: LedgerRow, number: number): string;
}

/** All columns, in the order in which a task table has them. */
export function ledgerColumns(language: Language): LedgerColumn[] {
  const comma = say(language, "ledger.comma");
  const semicolon = say(language, "ledger.semicolon");
  const units = (row: LedgerRow, role: Role) => names(row, role).join(comma);
  const cells: Record<LedgerColumnName, LedgerColumn["cell"]> = {
    number: (_row, number) => String(number),
    heading: ({ headings }) => headings.map(({ text }) => text).join("\n"),
    clause: ({ path }) => path ?? "",
    task: ({ task }) => task,
    lead: (row) => units(row, ROLES.lead),
    assist: (row) => units(row, ROLES.assist),
    responsible: (row) => units(row, ROLES.responsible),
    time: ({ times }) => times.map(({ text }) => text).join("\n"),
    until: ({ times }) =>
      times
        .map(({ until }) => until ?? "")
        .join("\n")
        .trimEnd(),
    target: ({ targets }) => withoutParts(targets.map(({ text }) => text)).join(semicolon),
    remark: (row) => remarks(row, language).join(semicolon),
  };
  return Object.entries(cells).map(([name, cell]) => ({
    name: name as LedgerColumnName,
    head: say(language, `ledger.${name}`),
    cell,
  }));
}

/**
 * The columns that a printed table shows: roles, days and numbers that no task has are left out, but one column for
 * units stays, so that a task without any is seen to have none.
 */
export function shownColumns({ rows }: Ledger, language: Language): LedgerColumn[] {
  const used = (role: Role) => rows.some((row) => names(row, role).length > 0);
  const someRole = used(ROLES.lead) || used(ROLES.assist);
  const shown: Partial<Record<LedgerColumnName, boolean>> = {
    lead: used(ROLES.lead),
    assist: used(ROLES.assist),
    responsible: used(ROLES.responsible) || !someRole,
    until: rows.some(({ times }) => times.some(({ until }) => until !== null)),
    target: rows.some(({ targets }) => targets.length > 0),
    remark: rows.some((row) => remarks(row, language).length > 0),
    heading: rows.some(({ headings }) => headings.length > 0),
  };
  return ledgerColumns(language).filter(({ name }) => shown[name] !== false);
}

/** Whether a column says who does it. */
export const isUnitColumn = (name: LedgerColumnName): name is keyof typeof ROLES => Object.hasOwn(ROLES, name);

/** 《…实施方案》责任清单; names inside take the single brackets. */
export function ledgerTitle({ title }: Ledger, name: string, language: Language): string {
  const printed = (title ?? name.replace(/\.[^.]{1,8}$/, "")).replace(/\s+/g, "");
  return say(language, "ledger.title", { title: printed.replace(/《/g, "〈").replace(/》/g, "〉") });
}

/** 文号, how many tasks, how many of them without units. */
export function ledgerSubtitle({ rows, docNumber }: Ledger, language: Language): string {
  const bare = rows.filter(({ units }) => units.length === 0).length;
  const counts = say(language, "ledger.counts", { tasks: rows.length, bare });
  return [docNumber, counts].filter(Boolean).join(say(language, "pretty.gap"));
}

const names = ({ units }: LedgerRow, role: Role) => units.filter((unit) => unit.role === role).map(({ name }) => name);

/** What the clerk has to know of a row before it is sent out. */
function remarks({ units, unitsFrom, timesFrom }: LedgerRow, language: Language): string[] {
  const word = (key: string, values?: Record<string, string>) => say(language, `ledger.${key}`, values);
  const vague = units.length > 0 && units.every((unit) => unit.vague);
  return [
    units.length === 0 ? word("no-unit") : "",
    unitsFrom === null ? "" : word("units-from", { path: unitsFrom }),
    vague ? word("vague") : "",
    timesFrom === null ? "" : word("time-from", { path: timesFrom }),
  ].filter(Boolean);
}

/** Without those that a longer one contains: …的10%给予奖补 beside …的10%给予奖补，最高500万元. */
const withoutParts = (texts: readonly string[]) =>
  texts.filter((text, i) => !texts.some((other, j) => j !== i && other.length > text.length && other.includes(text)));
