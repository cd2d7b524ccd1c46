import { InvalidArgumentError } from "commander";
import { SEVERITIES, type Severity } from "../model/rule.ts";

/** Options that may be given several times, where they were not given at all. */
export const NONE = { rules: [], against: [], fact: [], limit: [], format: [], failOnUnchecked: [] };

export const collect = (value: string, before: string[] = []) => [...before, value];
export const commaList = (value: string, before: string[] = []) => [...before, ...value.split(/[,，]/).filter(Boolean)];

/** `--fail-on-unchecked` alone means every rule. */
export const everyOrNamed = (value: string, before: true | string[] = []) => [
  ...(before === true ? [] : before),
  ...value.split(/[,，]/).filter(Boolean),
];

export function oneOf(allowed: readonly string[]): (value: string) => string {
  return (value) => {
    if (!allowed.includes(value)) throw new InvalidArgumentError(`${value} ∉ ${allowed.join(" | ")}`);
    return value;
  };
}

export const severity = (value: string) => oneOf([...SEVERITIES, "never"])(value) as Severity | "never";

/** A whole number of at least `least`. */
export function numberFrom(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!/^\d{1,9}$/.test(value) || number < least) {
      throw new InvalidArgumentError(`${value} ∉ ${least}, ${least + 1}, ${least + 2} …`);
    }
    return number;
  };
}
