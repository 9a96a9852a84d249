import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOfPair } from '../../rules.ts';
import { ALARM_KINDS, type Asked, alarmsOfAnswers, alarmsOfTime, facingOf, GRAVE } from './alarms.ts';
import type { Month } from './calendar.ts';
import type { Said } from './check-ins.ts';

const startedOn = Temporal.PlainDate.from('2026-08-31');
const pair = { startedOn, endsOn: endOfPair(startedOn), pausedOn: null };
const well: Said = { feeling: 5, contact: 3, wantsCoordinator: false, worries: [] };
const at = (day: Temporal.PlainDate) =>
  day.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '09:00' }).toInstant();
const onDay = (days: number) => at(startedOn.add({ days }));
const quiet = { pair, days: [], asked: [], resumedAt: [] };
const kindsOf = (alarms: readonly { kind: string; cause: string }[]) =>
  alarms.map(({ kind, cause }) => `${kind} ${cause}`);

describe('what answers open', () => {
  const open = (said: Partial<Said>, other: Said | null = null) =>
    kindsOf(alarmsOfAnswers({ month: 2, side: 'resident', said: { ...well, ...said }, other }));

  test.each<[Partial<Said>, Said | null, string[]]>([
    [{}, null, []],
    [{}, well, []],
    [{ feeling: 2 }, null, ['low_feeling 2 resident']],
    [{ feeling: 3 }, well, ['disagreement 2']],
    [{ feeling: 4 }, well, []],
    [{ contact: 1 }, well, ['disagreement 2']],
    [{ feeling: 3 }, { ...well, feeling: 3 }, []],
    [{ wantsCoordinator: true }, null, ['wants_coordinator 2 resident']],
    [{ worries: ['unsafe', 'asked_for_money'] }, null, ['unsafe 2 resident', 'asked_for_money 2 resident']],
  ])('%j beside %j: %j', (said, other, alarms) => {
    expect(open(said, other)).toEqual(alarms);
  });

  test('a mean of four hides nobody: whoever is unhappy beside a happy one opens at least one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), (feeling) => {
        expect(open({ feeling }, well)).toContain('disagreement 2');
      }),
    );
  });
});

describe('what time opens', () => {
  test('no first contact in fourteen days, once they were in touch not', () => {
    expect(alarmsOfTime({ ...quiet, now: onDay(13) })).toEqual([]);
    expect(kindsOf(alarmsOfTime({ ...quiet, now: onDay(14) }))).toEqual(['no_first_contact beginning']);
    expect(alarmsOfTime({ ...quiet, days: [startedOn], now: onDay(14) })).toEqual([]);
    const rested = { ...pair, endsOn: pair.endsOn.add({ days: 10 }) };
    expect(alarmsOfTime({ ...quiet, pair: rested, resumedAt: [onDay(10)], now: onDay(20) })).toEqual([]);
  });

  const asked = (months: readonly [Month, 'answered' | 'missed'][]): Asked[] =>
    months.map(([month, how]) => ({
      month,
      side: 'volunteer',
      answerBy: onDay(month * 30),
      answeredAt: how === 'answered' ? onDay(month * 30) : null,
    }));

  test.each<[string, Asked[], string[]]>([
    ['one missed', asked([[1, 'missed']]), []],
    [
      'two in a row',
      asked([
        [1, 'missed'],
        [2, 'missed'],
      ]),
      ['check_ins_missed 1 volunteer'],
    ],
    [
      'three in a row are the same',
      asked([
        [1, 'missed'],
        [2, 'missed'],
        [4, 'missed'],
      ]),
      ['check_ins_missed 1 volunteer'],
    ],
    [
      'not in a row',
      asked([
        [1, 'missed'],
        [2, 'answered'],
        [3, 'missed'],
      ]),
      [],
    ],
  ])('%s', (_, all, alarms) => {
    const days = [startedOn.add({ days: 130 })];
    expect(kindsOf(alarmsOfTime({ ...quiet, days, asked: all, now: onDay(140) }))).toEqual(alarms);
  });

  test('a check-in is missed only once its time is over', () => {
    const all = asked([
      [1, 'missed'],
      [2, 'missed'],
    ]);
    const days = [startedOn.add({ days: 40 })];
    expect(alarmsOfTime({ ...quiet, days, asked: all, now: onDay(59) })).toEqual([]);
  });

  test('six weeks of silence, counted from whatever was last heard of them', () => {
    const days = [startedOn.add({ days: 10 })];
    expect(alarmsOfTime({ ...quiet, days, now: onDay(54) })).toEqual([]);
    expect(kindsOf(alarmsOfTime({ ...quiet, days, now: onDay(55) }))).toEqual(['gone_quiet 2026-09-10']);
    const answered = asked([[1, 'answered']]);
    expect(alarmsOfTime({ ...quiet, days, asked: answered, now: onDay(55) })).toEqual([]);
    expect(alarmsOfTime({ ...quiet, days, resumedAt: [onDay(50)], now: onDay(55) })).toEqual([]);
  });

  test('a rest longer than two months, and nothing else while they rest', () => {
    const resting = { ...pair, pausedOn: startedOn.add({ days: 5 }) };
    expect(alarmsOfTime({ ...quiet, pair: resting, now: onDay(64) })).toEqual([]);
    expect(kindsOf(alarmsOfTime({ ...quiet, pair: resting, now: onDay(65) }))).toEqual([
      'gone_quiet 2026-09-05',
    ]);
  });

  test('the same whenever it is asked: a cause is no instant of the looking', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 170 }), fc.integer({ min: 0, max: 10 }), (day, more) => {
        const causes = (now: Temporal.Instant) => kindsOf(alarmsOfTime({ ...quiet, now }));
        expect(causes(onDay(day + more))).toEqual(causes(onDay(day)));
      }),
    );
  });
});

test('what nobody has to bear is looked at at once, before everything else', () => {
  for (const kind of ALARM_KINDS) {
    const { urgency, breaksAt } = facingOf(kind, onDay(0));
    expect(GRAVE.includes(kind)).toBe(urgency === 0);
    if (urgency === 0) expect(breaksAt).toEqual(onDay(0));
  }
});
