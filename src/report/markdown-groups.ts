/** Rows under one heading, as many as are kept, and how many there were. */
export interface MarkdownGroup {
  /** Lines of the heading, given how many rows there were. */
  head(count: number): string[];
  rows: string[];
  count: number;
}

/** Groups of rows in the making, gravest first; of each rank at most `room` characters are kept. */
export interface MarkdownGroups {
  /** `rank` 0 stands first; `head` is asked for at the first row of `name` in a rank. */
  add(rank: number, name: string, head: () => MarkdownGroup["head"], row: string): void;
  all(): MarkdownGroup[];
}

export function markdownGroups(room: number): MarkdownGroups {
  const ranks: { groups: Map<string, MarkdownGroup>; room: number }[] = [];
  return {
    add(rank, name, head, row) {
      while (ranks.length <= rank) ranks.push({ groups: new Map(), room });
      const own = ranks[rank]!;
      const group = own.groups.get(name) ?? { head: head(), rows: [], count: 0 };
      own.groups.set(name, group);
      group.count++;
      own.room -= row.length + 1;
      if (own.room >= 0) group.rows.push(row);
    },
    all: () => ranks.flatMap(({ groups }) => [...groups.values()]),
  };
}
