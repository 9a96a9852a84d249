import type { DeskItem } from '../../platform/parts/desk-part.ts';

/** What breaks first on top: a worry that somebody told, then what is urgent, then what is soonest too late. */
export function inOrderOfBreaking<Item extends Omit<DeskItem, 'what'>>(items: readonly Item[]): Item[] {
  return items.toSorted(
    (one, other) =>
      one.urgency - other.urgency ||
      Number(other.isWorry ?? false) - Number(one.isWorry ?? false) ||
      one.breaksAt.epochMilliseconds - other.breaksAt.epochMilliseconds ||
      (one.id < other.id ? -1 : 1),
  );
}

/** Whether something waits for a coordinator, not for somebody else. */
export function isOurs({ urgency }: Pick<DeskItem, 'urgency'>): boolean {
  return urgency < 2;
}

/** Whether something is in the care of somebody. */
export function isKeptBy({ whose }: Pick<DeskItem, 'whose'>, personId: string | null): boolean {
  return whose !== null && whose === personId;
}
