/** What a form of facts says, by name: an empty field is null, several ticked boxes are one list. */
export function factsIn(form: HTMLFormElement): Map<string, string | null> {
  const facts = new Map<string, string | null>();
  for (const field of Array.from(form.elements)) {
    if (field instanceof HTMLSelectElement) facts.set(field.name, field.value || null);
    else if (field instanceof HTMLInputElement && field.name) {
      const before = facts.get(field.name) ?? null;
      const own = field.type !== "checkbox" || field.checked ? field.value.trim() : "";
      facts.set(field.name, [before, own].filter(Boolean).join(",") || null);
    }
  }
  return facts;
}
