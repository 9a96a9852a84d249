import { integer, property, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONDAY_TEN } from '../../../test/support/spot-samples.ts';
import type { Level } from '../../matching/dispatch/types.ts';
import { areTooClose } from './ask/rules/times/overlap.ts';
import { isLateCancellation } from './close/rules/cancellation.ts';
import { maySeeExactAddress } from './meet/rules/address.ts';
import { isTooLateToAsk, mayCheckIn, mayRecordNoShow } from './meet/rules/visit.ts';
import { unableInJapanese } from './offer/rules/dispatch.ts';
import { mayShowWordsBeforeConfirmation } from './rules/words.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { whatHappened } from './transitions.ts';
import { CATEGORIES } from './types.ts';

function tokyo(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();
}

describe('cancelling', () => {
  test.each([
    ['two days before', '2026-12-05T12:00', false],
    ['at five on the day before', '2026-12-06T17:00', false],
    ['a second past five on the day before', '2026-12-06T17:00:01', true],
    ['on the day', '2026-12-07T08:00', true],
  ])('%s', (_, now, expected) => {
    expect(isLateCancellation(MONDAY_TEN, tokyo(now), DEFAULT_SETTINGS)).toBe(expected);
  });

  test('is never late while nobody has said yes', () => {
    expect(isLateCancellation(null, tokyo('2026-12-07T09:59'), DEFAULT_SETTINGS)).toBe(false);
  });
});

describe('the sentence for an act that comes too late', () => {
  test.each([
    ['accept', 'accepted', 'somebody_else_said_yes_first'],
    ['accept', 'visited', 'somebody_else_said_yes_first'],
    ['accept', 'unfilled', 'request_is_no_longer_open'],
    ['accept', 'cancelled', 'request_was_cancelled'],
    ['confirm', 'closed', 'request_is_closed'],
    ['cancel', 'visited', 'visit_has_already_happened'],
    ['cancel', 'cancelled', 'request_was_cancelled'],
    ['open', 'confirmed', 'request_has_moved_on'],
  ] as const)('%s in %s', (act, state, code) => {
    expect(whatHappened(act, state)).toBe(code);
  });
});

describe('two promises', () => {
  const visit = (from: number, to: number, placeKind: 'place' | 'online' = 'place') => ({
    startsAt: MONDAY_TEN.add({ minutes: from }),
    endsAt: MONDAY_TEN.add({ minutes: to }),
    placeKind,
  });

  test.each([
    ['at the same time', visit(0, 60), visit(0, 60), true],
    ['one within the other', visit(0, 180), visit(60, 90), true],
    ['with half an hour to travel', visit(0, 60), visit(90, 120), false],
    ['with a minute too little to travel', visit(0, 60), visit(89, 120), true],
    ['one after the other, both online', visit(0, 60, 'online'), visit(60, 120, 'online'), false],
    ['online, then at once somewhere', visit(0, 60, 'online'), visit(60, 120), true],
  ])('%s', (_, one, other, expected) => {
    expect(areTooClose(one, other, 30)).toBe(expected);
  });

  test('are judged alike from both sides, and never kept when they overlap', () => {
    const minute = integer({ min: 0, max: 600 });
    verify(
      property(
        minute,
        minute,
        integer({ min: 1, max: 180 }),
        integer({ min: 1, max: 180 }),
        (a, b, long, short) => {
          const one = visit(a, a + long);
          const other = visit(b, b + short);
          const overlap = a < b + short && b < a + long;
          const tooClose = areTooClose(one, other, 30);
          return tooClose === areTooClose(other, one, 30) && (!overlap || tooClose);
        },
      ),
    );
  });
});

describe('the exact address', () => {
  test('is seen by the two people only, from confirmation to the end of the visit', () => {
    const sees = (state: 'accepted' | 'confirmed' | 'in_progress' | 'visited' | 'closed', personId: string) =>
      maySeeExactAddress({ state, requesterId: 'resident', volunteerId: 'volunteer' }, personId);
    for (const state of ['confirmed', 'in_progress'] as const) {
      expect([sees(state, 'resident'), sees(state, 'volunteer'), sees(state, 'coordinator')]).toEqual([
        true,
        true,
        false,
      ]);
    }
    for (const state of ['accepted', 'visited', 'closed'] as const) {
      expect([sees(state, 'resident'), sees(state, 'volunteer')]).toEqual([false, false]);
    }
  });
});

describe('a visit', () => {
  test('can begin from an hour before', () => {
    expect(mayCheckIn(MONDAY_TEN, tokyo('2026-12-07T08:59')).ok).toBe(false);
    expect(mayCheckIn(MONDAY_TEN, tokyo('2026-12-07T09:00')).ok).toBe(true);
  });

  test('is waited for a quarter of an hour before somebody counts as absent', () => {
    expect(mayRecordNoShow(MONDAY_TEN, tokyo('2026-12-07T10:14')).ok).toBe(false);
    expect(mayRecordNoShow(MONDAY_TEN, tokyo('2026-12-07T10:15')).ok).toBe(true);
  });
});

describe('asking goes on', () => {
  const opened = (local: string) => ({ openSince: tokyo(local), lastPossibleAt: MONDAY_TEN });

  test.each([
    ['until two days before the last possible time', '2026-11-24T09:00', '2026-12-05T09:59', false],
    ['no longer than that', '2026-11-24T09:00', '2026-12-05T10:00', true],
    ['when it was opened on the day before', '2026-12-06T10:00', '2026-12-07T09:59', false],
    ['not past the last possible time', '2026-12-06T10:00', '2026-12-07T10:00', true],
  ])('%s', (_, openSince, now, expected) => {
    expect(isTooLateToAsk(opened(openSince), tokyo(now), 48)).toBe(expected);
  });
});

describe('the words of a request', () => {
  test('are kept from volunteers who are only asked where health or children are likely', () => {
    const shown = CATEGORIES.filter(mayShowWordsBeforeConfirmation);
    expect(shown).toEqual(['admin', 'lifeline', 'housing', 'phone', 'paper']);
  });
});

describe('a volunteer', () => {
  test('must be able to do in Japanese what is to be done in Japanese', () => {
    const speaks = (id: string, language: string, speak: Level, write: Level) => ({
      id,
      languages: [{ language, speak, read: speak, write, phone: speak }],
    });
    const volunteers = [
      speaks('reader', 'ja', 6, 0),
      speaks('writer', 'ja', 3, 3),
      speaks('stranger', 'ne', 6, 6),
    ];
    const unable = unableInJapanese({ neededTasks: ['speak', 'write'] }, volunteers, 3);
    expect(unable.map(({ volunteerId }) => volunteerId)).toEqual(['reader', 'stranger']);
  });
});
