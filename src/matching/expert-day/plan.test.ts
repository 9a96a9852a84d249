import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planExpertDay } from './plan.ts';
import type { DayMatter, ExpertDay } from './types.ts';

const lawyer = { id: 'lawyer', fields: ['law', 'work'], languages: ['en'] };
const doctor = { id: 'doctor', fields: ['medical'], languages: [] };
const nepali = { id: 'nepali', languages: ['ne', 'ja-easy'] };
const matter = (id: string, field: string, language: string, more: Partial<DayMatter> = {}): DayMatter => ({
  ...{ id, field, language, urgency: 1, expertId: null },
  ...more,
});
const day = (matters: readonly DayMatter[], more: Partial<ExpertDay> = {}): ExpertDay => ({
  ...{ times: 2, experts: [lawyer, doctor], interpreters: [nepali], matters },
  ...more,
});
const seen = (entered: ExpertDay) =>
  planExpertDay(entered)
    .seats.map(({ matterId }) => matterId)
    .toSorted();
const whys = (entered: ExpertDay) =>
  planExpertDay(entered).leftOver.map(({ matterId, why }) => [matterId, why]);

describe('a day of experts', () => {
  test('needs an interpreter only where the expert does not speak the language; Easy Japanese is one', () => {
    const { seats } = planExpertDay(
      day([matter('a', 'law', 'en'), matter('b', 'medical', 'ja-easy'), matter('c', 'medical', 'ja')]),
    );
    expect(seats.map(({ matterId, interpreterId }) => [matterId, interpreterId])).toEqual([
      ['a', null],
      ['b', 'nepali'],
      ['c', null],
    ]);
  });

  test('sees the more urgent where not all can be seen', () => {
    const work = ['a', 'b', 'c'].map((id) => matter(id, 'work', 'en', { urgency: id === 'c' ? 3 : 1 }));
    expect(seen(day(work))).toContain('c');
    expect(seen(day(work))).toHaveLength(2);
  });

  test('goes the other way where the one who speaks the language is needed elsewhere', () => {
    const other = { id: 'second', fields: ['work'], languages: [] };
    const english = { id: 'english', languages: ['en'] };
    const matters = [matter('a', 'law', 'en'), matter('b', 'law', 'en'), matter('c', 'work', 'en')];
    const entered = day(matters, { experts: [lawyer, other], interpreters: [english] });
    expect(seen(entered)).toEqual(['a', 'b', 'c']);
  });

  test('keeps to the hand of a coordinator', () => {
    const { seats } = planExpertDay(day([matter('a', 'other', 'ja', { expertId: 'doctor' })]));
    expect(seats).toEqual([{ matterId: 'a', expertId: 'doctor', interpreterId: null, time: 0 }]);
  });

  test.each<[string, DayMatter[], [string, string][]]>([
    ['another expert', [matter('a', 'money', 'ja')], [['a', 'another_expert']]],
    ['another interpreter', [matter('a', 'medical', 'vi')], [['a', 'another_interpreter']]],
    ['both', [matter('a', 'money', 'vi')], [['a', 'both']]],
    ['another hand', [matter('a', 'law', 'en', { expertId: 'gone' })], [['a', 'hand']]],
  ])('says what would have helped: %s', (_, matters, why) => {
    expect(whys(day(matters))).toEqual(why);
  });
});

const fields = ['law', 'work', 'medical'];
const languages = ['ja', 'en', 'vi', 'ne'];
const some = (of: string[]) => fc.subarray(of, { minLength: 1 });
const days: fc.Arbitrary<ExpertDay> = fc.record({
  times: fc.integer({ min: 1, max: 3 }),
  experts: fc
    .array(fc.record({ fields: some(fields), languages: fc.subarray(languages) }), { maxLength: 3 })
    .map((all) => all.map((one, at) => ({ id: `e${at}`, ...one }))),
  interpreters: fc
    .array(fc.record({ languages: some(languages) }), { maxLength: 2 })
    .map((all) => all.map((one, at) => ({ id: `i${at}`, ...one }))),
  matters: fc
    .array(
      fc.record({
        field: fc.constantFrom(...fields),
        language: fc.constantFrom(...languages),
        urgency: fc.integer({ min: 1, max: 3 }),
        expertId: fc.constant(null),
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((one, at) => ({ id: `m${at}`, ...one }))),
});

/** How many can be seen, and how urgent: every way is tried, without flows and colors. */
function bestByTrying({ times, experts, interpreters, matters }: ExpertDay): number {
  const taken = new Set<string>();
  const from = (at: number): number => {
    const one = matters[at];
    if (!one) return 0;
    let best = from(at + 1);
    for (let time = 0; time < times; time += 1)
      for (const expert of experts) {
        if (!expert.fields.includes(one.field) || taken.has(`${expert.id}${time}`)) continue;
        const isDirect = one.language === 'ja' || expert.languages.includes(one.language);
        const with_ = isDirect ? [null] : interpreters.filter((who) => who.languages.includes(one.language));
        for (const who of with_) {
          const keys = [`${expert.id}${time}`, ...(who ? [`${who.id}${time}`] : [])];
          if (keys.some((key) => taken.has(key))) continue;
          for (const key of keys) taken.add(key);
          best = Math.max(best, 1000 + one.urgency + from(at + 1));
          for (const key of keys) taken.delete(key);
        }
      }
    return best;
  };
  return from(0);
}

describe('of any day', () => {
  test('nobody is at two tables at once, and everybody can be talked with', () => {
    fc.assert(
      fc.property(days, (entered) => {
        const { seats, leftOver } = planExpertDay(entered);
        const busy = seats.flatMap(({ expertId, interpreterId, time }) => [
          `${expertId} ${time}`,
          ...(interpreterId ? [`${interpreterId} ${time}`] : []),
        ]);
        expect(new Set(busy).size).toBe(busy.length);
        expect(seats.every(({ time }) => time >= 0 && time < entered.times)).toBe(true);
        expect(seats.length + leftOver.length).toBe(entered.matters.length);
        for (const { matterId, expertId, interpreterId } of seats) {
          const one = entered.matters.find(({ id }) => id === matterId);
          const expert = entered.experts.find(({ id }) => id === expertId);
          const who = entered.interpreters.find(({ id }) => id === interpreterId);
          expect(expert?.fields).toContain(one?.field);
          const spoken = ['ja', ...(expert?.languages ?? []), ...(who?.languages ?? [])];
          expect(spoken).toContain(one?.language);
        }
      }),
    );
  });

  test('no way of all sees more, or more urgent ones', () => {
    fc.assert(
      fc.property(days, (entered) => {
        const { seats } = planExpertDay(entered);
        const reached = seats.reduce(
          (sum, { matterId }) =>
            sum + 1000 + (entered.matters.find(({ id }) => id === matterId)?.urgency ?? 0),
          0,
        );
        expect(reached).toBe(bestByTrying(entered));
      }),
      { numRuns: 60 },
    );
  });

  test('the order in which it was entered changes nothing', () => {
    fc.assert(
      fc.property(days, (entered) => {
        const turned = {
          ...entered,
          matters: entered.matters.toReversed(),
          experts: entered.experts.toReversed(),
        };
        expect(planExpertDay(turned)).toEqual(planExpertDay(entered));
      }),
    );
  });
});
