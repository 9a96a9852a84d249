import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contradictionsOf, type DoorEntry, headcount, presenceOf, readDoor } from './presence.ts';
import { type Press, writeKey } from './press.ts';

const AT = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const list = { at: 0, seal: 'seal-of-list' };
const came = (childId = 'asha'): Press => ({ act: 'in', childId });
const gone = (receivedBy: string | null = 'mother', childId = 'asha'): Press => ({
  ...{ act: 'out', childId, receivedBy, list },
});
const undo = (device: string, seq: number): Press => ({ act: 'undo', undoes: { device, seq } });
const on =
  (device: string, byPersonId = device) =>
  (...presses: readonly Press[]): DoorEntry[] =>
    presses.map((press, at) => ({
      ...{ device, seq: at + 1, press, byPersonId, match: press.act === 'out' ? 'listed' : null },
      pressedAt: AT.add({ minutes: at }),
    }));
const a = on('a');
const b = on('b');
const asha = (entries: readonly DoorEntry[]) => readDoor(entries).standingOf('asha');

describe('who is here', () => {
  test.each([
    ['nobody has pressed', [], 'not_come'],
    ['they came', a(came()), 'here'],
    ['it was taken back', a(came(), undo('a', 1)), 'not_come'],
    ['they were handed over', a(came(), gone()), 'gone'],
    ['that was taken back', a(came(), gone(), undo('a', 2)), 'here'],
    ['another phone handed them over', [...a(came()), ...b(gone())], 'gone'],
    ['one press of two stands', [...a(came(), undo('a', 1)), ...b(came())], 'here'],
    ['an undo names a press that has not come', b(undo('a', 1)), 'not_come'],
  ] as const)('%s', (_what, entries, is) => {
    expect(presenceOf(asha(entries))).toBe(is);
  });

  test('comes out the same in whatever order phones are heard, and however often', () => {
    const press = fc.oneof(
      fc.constantFrom(came(), came('ren'), gone(), gone('aunt'), gone('father', 'ren')),
      fc
        .record({ device: fc.constantFrom('a', 'b'), seq: fc.integer({ min: 1, max: 6 }) })
        .map(({ device, seq }) => undo(device, seq)),
    );
    const log = fc.array(press, { maxLength: 6 });
    fc.assert(
      fc.property(
        log,
        log,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (one, other, random) => {
          const whole = [...a(...one), ...b(...other)];
          const shuffled = whole
            .map((entry) => [random.next().value, entry] as const)
            .toSorted(([x], [y]) => x - y)
            .map(([, entry]) => entry);
          for (const child of ['asha', 'ren']) {
            const [left, right] = [readDoor(whole).standingOf(child), readDoor(shuffled).standingOf(child)];
            expect(presenceOf(right)).toBe(presenceOf(left));
            expect(contradictionsOf(right)).toEqual(contradictionsOf(left));
            expect(new Set(right.outs.map(writeKey))).toEqual(new Set(left.outs.map(writeKey)));
          }
        },
      ),
    );
  });

  test('is counted at any moment', () => {
    const door = readDoor([...a(came(), came('ren'), came('mei')), ...b(gone('father', 'ren'))]);
    expect(headcount(door, ['asha', 'ren', 'mei', 'tuan'])).toEqual({
      expected: 4,
      here: 2,
      gone: 1,
      notCome: 1,
    });
  });
});

describe('what contradicts itself is seen', () => {
  test.each([
    ['nothing, for one who came and went', a(came(), gone()), []],
    ['nothing, for two phones that say the same', [...a(came(), gone()), ...b(came(), gone())], []],
    ['nothing, for one’s own mistake', a(came(), gone('aunt'), undo('a', 2), gone('mother')), []],
    ['two receivers', [...a(came(), gone('mother')), ...b(gone('aunt'))], ['two_receivers']],
    [
      'a hand-over to nobody known and one to the mother',
      [...a(came(), gone('mother')), ...b(gone(null))],
      ['two_receivers'],
    ],
    ['gone without having come', a(gone()), ['never_came']],
    [
      'here after gone',
      [...a(came(), gone()), ...b(undo('x', 1), undo('x', 2), came())],
      ['here_after_gone'],
    ],
    [
      'another has taken back what one presses again',
      [...a(came(), came()), ...b(undo('a', 1))],
      ['undone_by_other'],
    ],
    [
      'another has taken it back, and nobody has pressed it since',
      [...a(came()), ...b(undo('a', 1))],
      ['undone_by_other'],
    ],
    [
      'another has taken back to whom a child went',
      [...a(came(), gone()), ...b(undo('a', 2))],
      ['undone_by_other'],
    ],
    [
      'nothing, for whoever takes back what another pressed, and presses it',
      [...a(came()), ...b(came(), undo('a', 1))],
      [],
    ],
  ] as const)('%s', (_what, entries, found) => {
    expect(contradictionsOf(asha(entries))).toEqual(found);
  });
});
