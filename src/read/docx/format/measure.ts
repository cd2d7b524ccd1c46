import type { Tag } from "../xml/tag.ts";

/** Points in one unit of ST_UniversalMeasure, which strict documents may write (`2.54cm`). */
const UNITS: Record<string, number> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, pc: 12, pi: 12 };

/** A number attribute; undefined where it is missing or no number. */
export function number(value: string | undefined): number | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const result = Number(value);
  return Number.isFinite(result) ? result : undefined;
}

/** A whole number attribute; a fraction, which no producer writes, loses what is behind the point. */
export function integer(value: string | undefined): number | undefined {
  const plain = number(value);
  return plain === undefined ? undefined : Math.trunc(plain);
}

/** A length in points. Without a unit the number counts twentieths of a point, or `perPoint` to the point. */
export function points(value: string | undefined, perPoint = 20): number | undefined {
  const plain = number(value);
  if (plain !== undefined) return plain / perPoint;
  const match = /^(-?[0-9.]+)(pt|in|cm|mm|pc|pi)$/.exec(value ?? "");
  return match ? Number(match[1]) * UNITS[match[2]!]! : undefined;
}

/** Value of an on/off element (ST_OnOff): without `w:val` it is on. */
export function isOn(tag: Tag, attribute = "w:val"): boolean {
  const value = tag.get(attribute);
  return value !== "0" && value !== "false" && value !== "off";
}
