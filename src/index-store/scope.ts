/** Whose documents of an index are looked through: those above the issuer, those of its level too, or all. */
export const SCOPES = ["superiors", "peers", "all"] as const;

export interface SearchOptions {
  scope: (typeof SCOPES)[number];
  /** Earlier versions of the draft itself are sources too. */
  ownVersions: boolean;
}
