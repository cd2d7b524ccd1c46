// Faults of layout: one point of a Word document that is laid out by GB/T 9704-2012 is changed.
import { pick } from "../alterations.mjs";
import { STANDARD } from "./word.mjs";

/** How the body's font comes about, and how its 22 lines do, is left to chance: all of them are right. */
export function rightLook(r) {
  const grid = pick([null, { type: "lines", pitch: 28.9 }, { type: "linesAndChars", pitch: 28.9, space: -849 }], r);
  return {
    ...STANDARD,
    via: pick(["direct", "style", "defaults", "theme"], r),
    grid,
    pitch: grid ? null : pick([28, 28.5, 28.9], r),
  };
}

const look = (change) => (look, r) => change(look, r);
const role = (name, change) => look((all, r) => ({ ...all, [name]: { ...all[name], ...pick(change, r) } }));

export const format = {
  "GS-page": look((all, r) => ({
    ...all,
    ...pick(
      [
        { width: 215.9, height: 279.4 },
        { width: 182, height: 257 },
        { width: 297, height: 420 },
      ],
      r,
    ),
  })),
  "GS-margins": look((all, r) => ({
    ...all,
    margins: {
      ...all.margins,
      ...pick([{ top: 25.4, bottom: 25.4 }, { left: 31.8, right: 31.8 }, { top: 30 }, { bottom: 27 }], r),
    },
  })),
  "GS-lines": look((all, r) => ({ ...all, grid: null, pitch: pick([20, 24, 26, 30, 32, 36], r) })),
  "GS-characters": look((all, r) => ({
    ...all,
    grid: null,
    pitch: 28,
    body: { ...all.body, size: pick([14, 18, 12], r) },
  })),
  "GS-page-number": look((all, r) => ({
    ...all,
    number: pick([{ size: 9, dashes: true }, { size: 14, dashes: false }, { size: 10.5, dashes: false }, null], r),
  })),
  "GS-title-font": role("title", [{ font: "黑体" }, { font: "微软雅黑" }, { font: "楷体_GB2312" }, { font: "等线" }]),
  "GS-title-size": role("title", [{ size: 18 }, { size: 16 }, { size: 26 }]),
  "GS-title-centre": role("title", [{ align: "left" }, { align: "right" }, { align: "both" }]),
  "GS-addressees": role("to", [{ indent: 2 }, { indent: 1 }, { indent: 4 }]),
  "GS-body-font": role("body", [{ font: "宋体" }, { font: "微软雅黑" }, { font: "等线" }, { font: "楷体_GB2312" }]),
  "GS-body-size": role("body", [{ size: 14 }, { size: 15 }, { size: 12 }, { size: 18 }]),
  "GS-body-indent": role("body", [{ indent: 0 }, { indent: 4 }]),
  "GS-body-colour": role("body", [{ colour: "FF0000" }, { colour: "0070C0" }, { colour: "333333" }]),
  "GS-heading1-font": role("heading1", [{ font: "仿宋_GB2312" }, { font: "宋体" }, { font: "楷体" }]),
  "GS-heading2-font": role("heading2", [{ font: "仿宋_GB2312" }, { font: "黑体" }, { font: "宋体" }]),
  "GS-date-right": role("date", [{ align: "left" }, { align: "both" }]),
  "GS-copies-size": role("copies", [{ size: 16 }, { size: 12 }, { size: 10.5 }]),
  "HG-comments": look((all, r) => ({ ...all, trace: pick(["comment", "insertion", "deletion", "hidden"], r) })),
};
