import { refuse } from "../refusal.ts";

/** Part name as text, `\` turned into `/`: UTF-8 where the bytes are UTF-8, else one character a byte. */
export function decodeName(bytes: Uint8Array, at: number, length: number): string {
  let name = "";
  for (let i = at; i < at + length; i++) {
    const byte = bytes[i]!;
    if (byte >= 0x80) return decodeWide(bytes.subarray(at, at + length));
    name += byte === 0x5c ? "/" : String.fromCharCode(byte);
  }
  return name;
}

function decodeWide(bytes: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so an old code page; the name only has to stay distinct, no part we read is spelt like this.
    name = new TextDecoder("latin1").decode(bytes);
  }
  return name.replaceAll("\\", "/");
}

/** Names that would leave the folder if somebody unpacked the file, or that two programs read differently. */
export function checkName(name: string): void {
  const bad =
    name === "" ||
    name.includes("\0") ||
    name.startsWith("/") ||
    /^[A-Za-z]:/.test(name) ||
    (name.includes("..") && name.split("/").includes(".."));
  if (bad) refuse("rejected-unsafe", "read.zip.name", { part: name });
}

/** Two names with one fold are one part to some reader (OPC compares names without regard to ASCII case). */
export function foldName(name: string): string {
  const folded = name.endsWith("/") ? name.slice(0, -1) : name;
  return folded.normalize("NFC").toLowerCase();
}
