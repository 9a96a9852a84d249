import { describe, expect, test } from 'vitest';
import { MONDAY_TEN, TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { type DeskFacts, type NextAct, namesOnDesk, nextActOf } from './next-act.ts';

const FACTS: DeskFacts = {
  requestId: 'request',
  requesterId: 'resident',
  volunteerId: null,
  state: 'submitted',
  stateSince: TUESDAY_NINE,
  category: 'admin',
  coordinatorId: null,
  talkLanguages: ['ne'],
  placeKind: 'place',
  municipalityCode: '13107',
  town: null,
  durationMinutes: 120,
  firstPossibleAt: MONDAY_TEN,
  lastPossibleAt: MONDAY_TEN,
  startsAt: null,
  endsAt: null,
  askedCount: 0,
  unansweredCount: 0,
  isUnsafe: false,
};
const promised = { startsAt: MONDAY_TEN, endsAt: MONDAY_TEN.add({ minutes: 120 }) };
const asked = { state: 'open', askedCount: 5 } as const;

describe('the next act', () => {
  test.each<[string, Partial<DeskFacts>, string, string, number]>([
    ['a new request', {}, '2026-11-24T10:00', 'look_through', 1],
    ['a question to the requester', { state: 'asked_back' }, '2026-11-24T10:00', 'wait_for_requester', 2],
    ['open, nobody asked', { state: 'open' }, '2026-11-24T10:00', 'ask_volunteers', 1],
    ['asked, some silent', { ...asked, unansweredCount: 2 }, '2026-11-24T10:00', 'wait_for_volunteers', 2],
    ['asked, all said no', asked, '2026-11-24T10:00', 'ask_more_volunteers', 1],
    ['unfilled', { state: 'unfilled' }, '2026-12-05T10:00', 'find_somebody_yourself', 1],
    [
      'a yes, days before',
      { ...promised, state: 'accepted' },
      '2026-12-06T09:59',
      'wait_for_confirmation',
      2,
    ],
    [
      'a yes, a day before',
      { ...promised, state: 'accepted' },
      '2026-12-06T10:00',
      'remind_requester_to_confirm',
      1,
    ],
    ['confirmed', { ...promised, state: 'confirmed' }, '2026-12-07T09:00', 'nothing', 0],
    ['under way', { ...promised, state: 'in_progress' }, '2026-12-07T12:29', 'nothing', 0],
    [
      'under way too long',
      { ...promised, state: 'in_progress' },
      '2026-12-07T12:30',
      'ask_how_visit_is_going',
      0,
    ],
    [
      'never checked in',
      { ...promised, state: 'confirmed' },
      '2026-12-07T12:30',
      'ask_how_visit_is_going',
      0,
    ],
    ['somebody absent', { state: 'no_show' }, '2026-12-07T11:00', 'settle_no_show', 0],
    ['over since a day', { state: 'visited' }, '2026-11-25T09:00', 'nothing', 1],
    ['over since three days', { state: 'visited' }, '2026-11-27T09:00', 'ask_how_it_was', 1],
    ['over, and unsafe', { state: 'visited', isUnsafe: true }, '2026-11-24T10:00', 'look_into_worry', 0],
    ['closed', { state: 'closed' }, '2026-11-24T10:00', 'nothing', 2],
  ])('%s', (_, facts, now, act, urgency) => {
    const at = Temporal.PlainDateTime.from(now).toZonedDateTime('Asia/Tokyo').toInstant();
    const next = nextActOf({ ...FACTS, ...facts }, at, DEFAULT_SETTINGS);
    expect([next.act, next.urgency]).toEqual([act, urgency]);
  });
});

describe('a row of the desk names', () => {
  const named = (act: NextAct['act'], urgency: NextAct['urgency']) =>
    namesOnDesk({ act, urgency, breaksAt: TUESDAY_NINE });

  test.each([
    ['wait_for_volunteers', 2, false, false],
    ['wait_for_confirmation', 2, false, false],
    ['look_through', 1, true, false],
    ['ask_volunteers', 1, true, false],
    ['ask_how_it_was', 1, true, true],
    ['ask_how_visit_is_going', 0, true, true],
    // Whom a worry is about would read of it in who has looked at their record.
    ['look_into_worry', 0, true, false],
  ] as const)(
    'for %s with urgency %i: who asked %s, who said yes %s',
    (act, urgency, requester, volunteer) => {
      expect(named(act, urgency)).toEqual({ requester, volunteer });
    },
  );
});
