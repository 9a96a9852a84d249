import type { DeskItem } from '../../platform/parts/desk-part.ts';

/** What breaks first on top: a worry that somebody told, then what is urgent, then what is soonest too late. */
export function inOrderOfBreaking<Item extends Pick<DeskItem, 'id' | 'urgency' | 'isWorry' | 'breaksAt'>>(
  items: readonly Item[],
): Item[] {
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
  return whose !== null && whose.id === personId;
}

const SOON = 86_400_000;

/** How a row looks: somebody may be in trouble; it breaks within a day; or neither. */
export function toneOf(
  { urgency, breaksAt }: Pick<DeskItem, 'urgency' | 'breaksAt'>,
  now: Temporal.Instant,
): 'danger' | 'soon' | null {
  if (urgency === 0) return 'danger';
  // In milliseconds: every row asks at every look.
  return urgency === 1 && breaksAt.epochMilliseconds < now.epochMilliseconds + SOON ? 'soon' : null;
}

/** A length in the largest unit of which it has one, rounded down: what is said of it changes seldom. */
export interface Length {
  readonly unit: 'days' | 'hours' | 'minutes';
  readonly count: number;
}

const UNITS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
] as const;

export function lengthBetween(one: Temporal.Instant, other: Temporal.Instant): Length {
  const length = Math.abs(one.epochMilliseconds - other.epochMilliseconds);
  const [unit, milliseconds] = UNITS.find(([, of]) => length >= of) ?? (['minutes', 60_000] as const);
  return { unit, count: Math.floor(length / milliseconds) };
}

/** How long a row says: since when somebody may be in trouble, else how long until it breaks, or how long it is too late. */
export function agoOf(
  { urgency, breaksAt }: Pick<DeskItem, 'urgency' | 'breaksAt'>,
  now: Temporal.Instant,
): Length & { readonly kind: 'since' | 'left' | 'late' } {
  const kind = urgency === 0 ? 'since' : now.epochMilliseconds < breaksAt.epochMilliseconds ? 'left' : 'late';
  return { kind, ...lengthBetween(breaksAt, now) };
}
