import type { Attendee } from '../../types.ts';
import { type Press, type PressKey, writeKey } from './press.ts';

/** A press as the log of the event keeps it. */
export interface DoorEntry extends PressKey {
  readonly press: Press;
  readonly byPersonId: string;
  /** By the clock of the device. */
  readonly pressedAt: Temporal.Instant;
}

/** What the log says of one of a party. */
export interface Standing {
  /** Presses that nobody has taken back: whoever has one is here, and counts once. */
  readonly stands: readonly DoorEntry[];
  /** Presses that were taken back, by whom. */
  readonly undone: readonly { readonly press: DoorEntry; readonly by: DoorEntry }[];
}

export interface Door {
  /** By `registration place`. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** Those who came without having registered; who was taken back is left out. */
  readonly walkIns: readonly WalkInEntry[];
  /** The keys of all presses that were taken back. */
  readonly undone: readonly string[];
}

export type WalkInEntry = DoorEntry & { readonly press: Press & { readonly act: 'walk_in' } };

export const placeKey = (registrationId: string, place: number): string => `${registrationId} ${place}`;

/**
 * Who is here, from the whole log. An undo takes back the one press that it names and no other, so that it is the same
 * in whatever order devices have sent theirs: somebody is here while any press of theirs stands.
 */
export function readDoor(entries: readonly DoorEntry[]): Door {
  const undoneBy = new Map(
    entries.flatMap((entry) => (entry.press.act === 'undo' ? [[writeKey(entry.press.undoes), entry]] : [])),
  );
  const pressed = entries.filter(({ press }) => press.act === 'here');
  const ofEach = Map.groupBy(pressed, ({ press }) =>
    press.act === 'here' ? placeKey(press.registrationId, press.place) : '',
  );
  return {
    standings: new Map([...ofEach].map(([key, presses]) => [key, standingOf(presses, undoneBy)])),
    walkIns: entries.filter(isWalkIn).filter((entry) => !undoneBy.has(writeKey(entry))),
    undone: [...undoneBy.keys()],
  };
}

const isWalkIn = (entry: DoorEntry): entry is WalkInEntry => entry.press.act === 'walk_in';

function standingOf(presses: readonly DoorEntry[], undoneBy: ReadonlyMap<string, DoorEntry>): Standing {
  return {
    stands: presses.filter((press) => !undoneBy.has(writeKey(press))),
    undone: presses.flatMap((press) => {
      const by = undoneBy.get(writeKey(press));
      return by ? [{ press, by }] : [];
    }),
  };
}

/** Two have pressed differently, or both: shown, so that somebody looks. Whoever takes their own press back contradicts nobody. */
export const isContradictory = ({ stands, undone }: Standing): boolean =>
  stands.length > 1 || stands.some((press) => undone.some(({ by }) => by.byPersonId !== press.byPersonId));

/** What is counted at the door: everybody, and what was prepared for. */
export type CountedKind = 'everybody' | 'adult' | 'child' | 'craft' | `interpretation-${string}`;

/** As what one of a party counts; of whom nothing is known, as somebody. */
export function kindsOf(one: Attendee | null): CountedKind[] {
  if (one === null) return ['everybody'];
  return [
    'everybody',
    one.age === null ? 'adult' : 'child',
    ...(one.crafts ? (['craft'] as const) : []),
    ...(one.interpretation ? ([`interpretation-${one.interpretation}`] as const) : []),
  ];
}

export interface DoorParty {
  readonly id: string;
  readonly hasSeats: boolean;
  readonly party: readonly Attendee[];
}

interface Place {
  readonly place: number;
  /** Null for one more than have registered: the party was another when they were pressed. */
  readonly one: Attendee | null;
  readonly standing: Standing;
}

const UNTOUCHED: Standing = { stands: [], undone: [] };

/** Everybody of a party, and whoever was pressed beyond it. */
export function placesOf({ id, party }: DoorParty, door: Door): Place[] {
  const most = [...door.standings.keys()].flatMap((key) =>
    key.startsWith(`${id} `) ? Number(key.slice(id.length + 1)) : [],
  );
  return Array.from({ length: Math.max(party.length, ...most) }, (_, at) => ({
    place: at + 1,
    one: party[at] ?? null,
    standing: door.standings.get(placeKey(id, at + 1)) ?? UNTOUCHED,
  })).filter(({ one, standing }) => one !== null || standing.stands.length > 0);
}

interface Count {
  readonly kind: CountedKind;
  /** With those who came without having registered, where they are such. */
  readonly here: number;
  readonly seats: number;
}

/** How many are here of each kind, and how many have seats. */
export function countDoor(parties: readonly DoorParty[], door: Door): Count[] {
  const counts = new Map<CountedKind, { here: number; seats: number }>();
  const add = (kind: CountedKind, here: number, seats: number) => {
    const count = counts.get(kind) ?? { here: 0, seats: 0 };
    counts.set(kind, { here: count.here + here, seats: count.seats + seats });
  };
  for (const kind of ['everybody', 'adult', 'child'] as const) add(kind, 0, 0);
  for (const party of parties)
    for (const { one, standing } of placesOf(party, door))
      for (const kind of kindsOf(one))
        add(kind, standing.stands.length > 0 ? 1 : 0, party.hasSeats && one ? 1 : 0);
  for (const { press } of door.walkIns) {
    add('everybody', press.adults + press.children, 0);
    add('adult', press.adults, 0);
    add('child', press.children, 0);
  }
  return [...counts].map(([kind, count]) => ({ kind, ...count }));
}
