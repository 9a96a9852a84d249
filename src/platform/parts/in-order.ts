/** What modules contribute, the lowest order first; of the same order, as the modules stand. */
export function inOrder<Part extends { readonly order: number }>(parts: readonly Part[]): Part[] {
  return parts.toSorted((one, other) => one.order - other.order);
}
