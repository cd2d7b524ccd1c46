import { dropped, type Intake } from "./intake.ts";

/** Takes files dropped anywhere on the page; outside a field of its own a file is a draft. */
export function dropping(receive: (zone: string, intake: Intake) => void): void {
  let over: HTMLElement | null = null;

  function mark(element: HTMLElement | null): void {
    over?.classList.remove("over");
    over = element;
    over?.classList.add("over");
  }

  const zoneAt = (event: DragEvent) => (event.target as Element | null)?.closest?.<HTMLElement>("[data-zone]") || null;
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes("Files") === true;

  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    mark(zoneAt(event) || document.querySelector<HTMLElement>("[data-zone=drafts]"));
  });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) mark(null);
  });
  addEventListener("drop", async (event) => {
    if (!hasFiles(event) || !event.dataTransfer) return;
    // Without this the browser leaves the page to show the file.
    event.preventDefault();
    const zone = zoneAt(event)?.dataset.zone || "drafts";
    mark(null);
    receive(zone, await dropped(event.dataTransfer));
  });
}
