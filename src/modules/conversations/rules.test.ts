import { array, assert, boolean, constantFrom, property, record, subarray, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftToTalk, mayWrite, staysOpenFor, threadToShow } from './rules.ts';

const PEOPLE = ['ana', 'bo', 'cem', 'dai'] as const;
const somebody = constantFrom(...PEOPLE);
const some = subarray([...PEOPLE]);
const at = Temporal.Instant.from('2026-11-24T00:00:00Z');

describe('writing', () => {
  const thread = record({
    closedAt: constantFrom(null, at),
    participantIds: some,
    formerIds: some,
  }).map((one) => ({ ...one, formerIds: one.formerIds.filter((id) => !one.participantIds.includes(id)) }));

  test('is for those who take part and for coordinators, never for who has left, never into what is closed', () => {
    assert(
      property(thread, somebody, boolean(), (one, personId, isStaff) => {
        const outcome = mayWrite(one, { personId, isStaff });
        const takesPart = one.participantIds.includes(personId);
        const may = one.closedAt === null && (takesPart || (isStaff && !one.formerIds.includes(personId)));
        expect(outcome.ok).toBe(may);
        if (outcome.ok) expect(outcome.value.asStaff).toBe(!takesPart);
      }),
    );
  });

  test('is refused with the reason that will not pass first', () => {
    const closed = { closedAt: at, participantIds: ['ana'], formerIds: [] };
    const codeOf = (outcome: ReturnType<typeof mayWrite>) => (outcome.ok ? null : outcome.refusal.code);
    expect(codeOf(mayWrite(closed, { personId: 'bo', isStaff: false }))).toBe('conversation_is_closed');
    const open = { ...closed, closedAt: null };
    expect(codeOf(mayWrite(open, { personId: 'bo', isStaff: false }))).toBe('only_participants_write_here');
  });
});

describe('who is left to talk', () => {
  const pairs = array(uniqueArray(somebody, { minLength: 2, maxLength: 2 }), { maxLength: 2 });
  const apartOf = (all: readonly (readonly string[])[]) =>
    new Map(
      PEOPLE.map((id) => [
        id,
        new Set(all.flatMap((two) => (two.includes(id) ? two.filter((one) => one !== id) : []))),
      ]),
    );

  test('is nobody suspended, nobody alone, and nobody where two are kept apart', () => {
    assert(
      property(some, constantFrom(null, ...PEOPLE), some, pairs, (together, withStaff, stopped, kept) => {
        const suspended = new Set<string>(stopped);
        const left = leftToTalk({ together, withStaff }, { suspended, apart: apartOf(kept) });
        const free = together.filter((id) => !suspended.has(id));
        const areApart = kept.some((two) => two.every((id) => free.includes(id)));
        expect(left.together).toEqual(areApart || free.length < 2 ? [] : free);
        expect(left.withStaff).toBe(withStaff && suspended.has(withStaff) ? null : withStaff);
      }),
    );
  });
});

test('a conversation stays open only while everybody who is or was in it may talk', () => {
  assert(
    property(some, some, some, (participantIds, formerIds, may) => {
      const stays = staysOpenFor({ participantIds, formerIds }, may);
      expect(stays).toBe(may.length > 0 && [...participantIds, ...formerIds].every((id) => may.includes(id)));
    }),
  );
});

describe('the conversation that its reader is led to', () => {
  const thread = (id: string, kind: 'asking' | 'visit', closedAt: Temporal.Instant | null) => ({
    id,
    kind,
    closedAt,
  });

  test.each([
    ['the open one of those who meet', [thread('a', 'asking', null), thread('v', 'visit', null)], 'v'],
    ['the open one with the coordinators', [thread('v', 'visit', at), thread('a', 'asking', null)], 'a'],
    ['the last, when all are closed', [thread('v', 'visit', at), thread('a', 'asking', at)], 'a'],
    ['none, when there is none', [], null],
  ])('is %s', (_, threads, expected) => {
    expect(threadToShow(threads, 'reads')).toBe(expected);
  });

  test('is not what has ended with the coordinators, for whoever may begin anew', () => {
    expect(threadToShow([thread('a', 'asking', at)], 'may begin')).toBeNull();
    expect(threadToShow([thread('v', 'visit', at), thread('a', 'asking', at)], 'may begin')).toBe('v');
  });
});
