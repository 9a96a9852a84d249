import { type Press, type PressKey, writeKey } from './press.ts';

export type Match = 'listed' | 'old_list' | 'unlisted';

/** A press as the log of a class keeps it. */
export interface DoorEntry extends PressKey {
  readonly press: Press;
  /** Of a hand-over: whether whoever took the child stood on the list. */
  readonly match: Match | null;
  readonly byPersonId: string;
  /** By the clock of the device. */
  readonly pressedAt: Temporal.Instant;
}

/** What the log says of one child. */
export interface Standing {
  readonly childId: string;
  /** Presses that nobody has taken back, in the order in which the house has heard them. */
  readonly ins: readonly DoorEntry[];
  readonly outs: readonly DoorEntry[];
  readonly undone: readonly { readonly press: DoorEntry; readonly by: DoorEntry }[];
}

export type Presence = 'not_come' | 'here' | 'gone';

const nothing = (childId: string): Standing => ({ childId, ins: [], outs: [], undone: [] });

/** All children of a log, by id; and the keys of all presses that were taken back. */
export interface Door {
  standingOf(childId: string): Standing;
  readonly undone: readonly string[];
}

/**
 * Who is here, from the whole log. An undo takes back the one press that it names and no other: it comes out the same in
 * whatever order phones have sent theirs.
 */
export function readDoor(entries: readonly DoorEntry[]): Door {
  const undoneBy = Map.groupBy(
    entries.filter(({ press }) => press.act === 'undo'),
    ({ press }) => (press.act === 'undo' ? writeKey(press.undoes) : ''),
  );
  const ofChild = Map.groupBy(
    entries.filter(({ press }) => press.act !== 'undo'),
    ({ press }) => (press.act === 'undo' ? '' : press.childId),
  );
  const standings = new Map([...ofChild].map(([id, pressed]) => [id, standingIn(id, pressed, undoneBy)]));
  return { standingOf: (id) => standings.get(id) ?? nothing(id), undone: [...undoneBy.keys()] };
}

function standingIn(
  childId: string,
  pressed: readonly DoorEntry[],
  undoneBy: ReadonlyMap<string, readonly DoorEntry[]>,
): Standing {
  const stands = pressed.filter((entry) => !undoneBy.has(writeKey(entry)));
  const undone = pressed.flatMap((press) =>
    (undoneBy.get(writeKey(press)) ?? []).map((by) => ({ press, by })),
  );
  return {
    ...{ childId, undone },
    ins: stands.filter(({ press }) => press.act === 'in'),
    outs: stands.filter(({ press }) => press.act === 'out'),
  };
}

/** Whoever was handed over is gone, also where nobody had pressed that they came. */
export function presenceOf({ ins, outs }: Standing): Presence {
  if (outs.length > 0) return 'gone';
  return ins.length > 0 ? 'here' : 'not_come';
}

/**
 * What two have pressed who did not know of each other. It is shown with names and times, and nothing is decided by it:
 * handed over to two people, gone without having come, here again after they were gone, taken back by somebody else.
 */
export const CONTRADICTIONS = ['two_receivers', 'never_came', 'here_after_gone', 'undone_by_other'] as const;
export type Contradiction = (typeof CONTRADICTIONS)[number];

export function contradictionsOf({ ins, outs, undone }: Standing): Contradiction[] {
  const receivers = new Set(outs.map(({ press }) => (press.act === 'out' ? (press.receivedBy ?? '') : '')));
  const firstOut = outs.map(({ pressedAt }) => pressedAt.epochMilliseconds);
  const lastIn = ins.map(({ pressedAt }) => pressedAt.epochMilliseconds);
  // Whoever takes back what another has pressed and presses it themselves has only done it again.
  const isAgainstOther = undone.some(
    ({ press, by }) =>
      by.byPersonId !== press.byPersonId &&
      ![...ins, ...outs].some((one) => one.press.act === press.press.act && one.byPersonId === by.byPersonId),
  );
  const found: Readonly<Record<Contradiction, boolean>> = {
    two_receivers: receivers.size > 1,
    never_came: outs.length > 0 && ins.length === 0,
    here_after_gone: outs.length > 0 && ins.length > 0 && Math.max(...lastIn) > Math.max(...firstOut),
    undone_by_other: isAgainstOther,
  };
  return CONTRADICTIONS.filter((one) => found[one]);
}

/** How many have come, are gone, and are here now: the figure that is called out on the stairs. */
export function headcount(door: Door, childIds: readonly string[]) {
  const all = childIds.map((id) => door.standingOf(id));
  const count = (is: Presence) => all.filter((standing) => presenceOf(standing) === is).length;
  return { expected: all.length, here: count('here'), gone: count('gone'), notCome: count('not_come') };
}
