import { expect, test } from 'vitest';
import { readDoor } from '../../door/rules/door.ts';
import type { Press } from '../../door/rules/press.ts';
import type { Attendee } from '../../types.ts';
import { figuresOf, type ReportedParty, surveyOf } from './figures.ts';

const adult: Attendee = { age: null, crafts: false, interpretation: null };
const family = [adult, { ...adult, age: 6, crafts: true }];
const party = (id: string, comes: readonly Attendee[], more: Partial<ReportedParty> = {}): ReportedParty => ({
  ...{ id, party: comes, hasSeats: true, locale: 'ja', isNew: false },
  ...more,
});
const doorOf = (...presses: Press[]) =>
  readDoor(
    presses.map((press, at) => ({
      ...{ press, device: 'd', seq: at + 1, byPersonId: 'p' },
      pressedAt: Temporal.Instant.fromEpochMilliseconds(at),
    })),
  );
const here = (registrationId: string, place: number): Press => ({ act: 'here', registrationId, place });

test('counts who had seats, who of them came, and who came without, by kind', () => {
  const door = doorOf(
    here('a', 1),
    here('a', 2),
    here('b', 1),
    // One more than had registered, somebody without seats, and one who was taken back.
    here('b', 2),
    here('c', 1),
    here('d', 1),
    { act: 'undo', undoes: { device: 'd', seq: 6 } },
    { act: 'walk_in', adults: 1, children: 2, language: null, name: null },
  );
  const parties = [
    party('a', family, { isNew: true }),
    party('b', [adult]),
    party('c', [adult], { hasSeats: false }),
    party('d', [adult]),
  ];
  expect(figuresOf(parties, door, [])).toMatchObject({
    ...{ seated: 4, came: 3, walkIns: 3, parties: 3, newParties: 1 },
    kinds: [
      { kind: 'adult', seated: 3, came: 2 },
      { kind: 'child', seated: 1, came: 1 },
      { kind: 'craft', seated: 1, came: 1 },
    ],
  });
});

test('a language of few has no figure of its own', () => {
  const parties = [
    party('a', Array<Attendee>(6).fill(adult)),
    party('b', Array<Attendee>(4).fill(adult), { locale: 'en' }),
    party('c', [adult], { locale: 'zh-Hans' }),
  ];
  expect(figuresOf(parties, doorOf(here('c', 1)), []).languages).toEqual([
    { language: 'ja', seated: 6, came: 0 },
    { language: null, seated: 5, came: 1 },
  ]);
});

test('where few are left over, what is left of all languages names none: the next smallest goes with them', () => {
  const parties = [
    party('a', Array<Attendee>(8).fill(adult)),
    party('b', Array<Attendee>(6).fill(adult), { locale: 'en' }),
    party('c', Array<Attendee>(5).fill(adult), { locale: 'ja-easy' }),
    party('d', [adult], { locale: 'zh-Hans' }),
  ];
  expect(figuresOf(parties, doorOf(here('d', 1)), []).languages).toEqual([
    { language: 'ja', seated: 8, came: 0 },
    { language: 'en', seated: 6, came: 0 },
    { language: null, seated: 6, came: 1 },
  ]);
});

test('answers are counted in the order in which they were offered', () => {
  const said = [
    { mood: 'very_good', understood: 'all', words: '' },
    { mood: 'so_so', understood: 'all', words: 'Loud' },
    { mood: null, understood: 'little', words: '' },
  ] as const;
  expect(surveyOf(said)).toEqual({ answered: 3, moods: [1, 0, 1, 0], understood: [2, 0, 1] });
});
