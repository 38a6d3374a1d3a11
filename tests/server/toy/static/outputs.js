// Stands for what draws outputs that are no pages of the course: it shows their text.

export function show(place, { outputs }) {
  place.textContent = outputs.map(({ data, text }) => text ?? data?.["text/plain"] ?? "").join("\n");
}
