/** Hands a file to the browser's own way of saving: nothing leaves the machine, an existing file is never overwritten. */
export function save(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the bytes after the click; a minute is plenty.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
