import type { Hit } from "./hit.ts";
import { joined, type Stretch } from "./merge.ts";

/** A stretch and the source it was found in, by its place in the list. */
export interface Claim {
  stretch: Stretch;
  source: number;
  alsoIn: number[];
}

/** Share of a stretch that another may cover before it says nothing of its own. */
const COVERED = 0.6;
/** Scores this near are equal, and the earlier source has the passage. */
const NEAR = 0.03;

/**
 * One owner for every passage of a draft of `units` units. Better alignments come first, of equal ones the earlier
 * source; a stretch that an owner mostly covers is named there as `alsoIn` instead of being told again.
 */
export function attribute(claims: Claim[], units: number, earlier: (a: number, b: number) => boolean): Claim[] {
  const kept: Claim[] = [];
  const owners = new Int32Array(units).fill(-1);
  for (const claim of [...claims].sort((x, y) => y.stretch.score - x.stretch.score)) {
    const at = ownerOf(claim, owners, kept);
    const owner = kept[at];
    if (!owner) {
      for (const { draft, draftEnd } of claim.stretch.hits) owners.fill(kept.length, draft, draftEnd);
      kept.push(claim);
    } else if (claim.stretch.score >= owner.stretch.score * (1 - NEAR) && earlier(claim.source, owner.source)) {
      kept[at] = { ...claim, alsoIn: [owner.source, ...owner.alsoIn] };
    } else if (!owner.alsoIn.includes(claim.source)) owner.alsoIn.push(claim.source);
  }
  return kept
    .flatMap((claim, at) => apart(claim, at, owners, kept))
    .sort((x, y) => x.stretch.draft - y.stretch.draft || x.source - y.source);
}

/** The kept claim of another source that says most of the words this one is made of, −1 where none does. */
function ownerOf(claim: Claim, owners: Int32Array, kept: Claim[]): number {
  const shared = new Map<number, number>();
  let units = 0;
  for (const hit of claim.stretch.hits) {
    units += hit.draftEnd - hit.draft;
    for (let i = hit.draft; i < hit.draftEnd; i++) {
      const owner = owners[i]!;
      if (owner >= 0 && kept[owner]!.source !== claim.source) shared.set(owner, (shared.get(owner) ?? 0) + 1);
    }
  }
  for (const [owner, count] of shared) if (count > COVERED * units) return owner;
  return -1;
}

/** Units of another source between two hits that part them. */
const PARTS = 8;

/** A claim cut where words of another source stand in it: two superiors copied sentence by sentence in turn. */
function apart(claim: Claim, at: number, owners: Int32Array, kept: Claim[]): Claim[] {
  const groups: Hit[][] = [];
  let end = claim.stretch.draft;
  for (const hit of claim.stretch.hits) {
    let others = 0;
    for (let i = end; i < hit.draft; i++) {
      const owner = owners[i]!;
      if (owner >= 0 && owner !== at && kept[owner]!.source !== claim.source) others++;
    }
    const last = groups.at(-1);
    if (last && others < PARTS) last.push(hit);
    else groups.push([hit]);
    end = Math.max(end, hit.draftEnd);
  }
  if (groups.length < 2) return [claim];
  return groups.map((hits) => ({ ...claim, stretch: joined(hits) }));
}
