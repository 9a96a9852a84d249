import { describe, expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../../test/support/house.ts';
import { applyForPair, pairUp } from '../../../../../test/support/pairs.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { createPerson } from '../../../people/index.ts';
import { pairsAhead } from '../../elsewhere/ahead.ts';
import { setIntroduction } from '../../introduction/store.ts';
import { pairsModule } from '../../module.ts';
import { lookAfterPairs } from '../../months/jobs.ts';
import { updatePair } from '../../pair/store.ts';
import type { PairState, Side } from '../../types.ts';
import { pairsMessages } from '../../words.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db, clock } = house;
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
clock.set(now);
const sato = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now }));

interface Scene {
  readonly state: PairState;
  /** When they meet, in hours from now. */
  readonly meets?: number;
  readonly yes?: true;
  readonly startedOn?: string;
  readonly asked?: true;
  /** How many proposals the volunteer can be in. */
  readonly places?: 1 | 2;
}

/** Kimura and Sita, as far with each other as a scene says. */
async function two({ state, meets, yes, startedOn = '2026-11-24', asked, places = 1 }: Scene) {
  const made = await inTransaction(db, async (tx) => {
    const apply = (side: Side, name: string, preferredName: string) =>
      createPerson(tx, { name, preferredName, weekly: [], municipalityCode: '13107', now }).then(({ id }) =>
        applyForPair(tx, { side, personId: id, places: side === 'volunteer' ? places : 1, now }),
      );
    const volunteer = await apply('volunteer', 'Kimura Sachiko', 'Sachiko');
    const resident = await apply('resident', 'Sita Rai', 'Sita');
    const ids = { volunteerApplicationId: volunteer.id, residentApplicationId: resident.id };
    const startedOnDay = Temporal.PlainDate.from(startedOn);
    const id = await pairUp(tx, { ...ids, coordinatorId: sato.id, state, startedOn: startedOnDay, now });
    if (yes) await updatePair(tx, id, { volunteer_yes_at: now, resident_yes_at: now });
    if (meets !== undefined) {
      const startsAt = now.add({ hours: meets });
      const when = { startsAt, endsAt: startsAt.add({ minutes: 30 }), hostId: sato.id, setBy: sato.id, now };
      await setIntroduction(tx, { pairId: id, ...when, place: 'online', whereWords: 'https://meet.example' });
    }
    return { id, volunteer, resident };
  });
  if (asked) await lookAfterPairs(db, now);
  return made;
}
type Two = Awaited<ReturnType<typeof two>>;

const pageOf = (of: Two, side: Side, locale: Locale = 'en') =>
  house.as(actorOf({ id: of[side].personId }), locale).get('/pairs');

/** The headlines of the cards on top, the first first. */
const headlines = (html: string) =>
  [...html.matchAll(/<article class="card"[^>]*>\s*<header[^>]*>\s*<h2[^>]*>(.*?)<\/h2>/gs)].map(
    ([, words = '']) =>
      words.replaceAll(/<ruby[^>]*>.*?<rt>(.*?)<\/rt>.*?<\/ruby>/g, '$1').replaceAll(/<[^>]+>/g, ''),
  );
const POOL = ['next_wait_for_partner', 'waiting_title'] as const;
/** Until a pair of theirs has begun, how lonely they are is asked behind all that. */
const BEFORE: readonly PairState[] = ['proposed', 'offered', 'introduction', 'fell_through'];

type Key = Parameters<ReturnType<typeof pairsMessages.in>['plain']>[0];
const SCENES: readonly (readonly [string, Scene, Readonly<Record<Side, readonly Key[]>>])[] = [
  [
    'a proposal to the volunteer',
    { state: 'proposed' },
    { volunteer: ['ahead_proposal_title'], resident: POOL },
  ],
  [
    'a proposal to the resident',
    { state: 'offered' },
    { volunteer: ['proposal_waiting_title'], resident: ['ahead_proposal_title'] },
  ],
  ['two who have no time to meet yet', { state: 'introduction' }, both('ahead_introduction_choose')],
  ['two who are to meet', { state: 'introduction', meets: 30 }, both('ahead_introduction_set')],
  ['two who have met', { state: 'introduction', meets: -2 }, both('ahead_introduction_answer')],
  ['two who said yes', { state: 'introduction', meets: -2, yes: true }, both('agree_waiting_title')],
  ['a pair that runs', { state: 'active' }, both('months_title')],
  ['a pair that rests', { state: 'paused' }, both('months_title')],
  [
    'a pair that is asked how it goes',
    { state: 'active', startedOn: '2026-10-20', asked: true },
    both('check_in_title', 'months_title'),
  ],
  ['a pair that is over', { state: 'completed' }, both('closing_title', 'waiting_title')],
  ['a proposal that came to nothing', { state: 'fell_through' }, both(...POOL)],
];
function both(...keys: readonly Key[]): Readonly<Record<Side, readonly Key[]>> {
  return { volunteer: keys, resident: keys };
}

describe('the page of one’s own application', () => {
  test.each(SCENES)(
    'says first what is next with %s, to both and in every language',
    async (_, scene, says) => {
      const of = await two(scene);
      for (const side of ['volunteer', 'resident'] as const) {
        const name = side === 'volunteer' ? 'Sita' : 'Sachiko';
        for (const locale of LOCALES) {
          const { html, status } = await pageOf(of, side, locale);
          const t = pairsMessages.in(locale);
          const asked: readonly Key[] = BEFORE.includes(scene.state) ? ['lonely_title'] : [];
          const expected = [...says[side], ...asked].map((key) => t.plain(key as 'months_title', { name }));
          expect([status, headlines(html)]).toEqual([200, expected]);
          const isKnown = !says[side].includes('next_wait_for_partner');
          expect(html.includes(`/pairs/${of.id}`)).toBe(isKnown);
        }
      }
    },
  );

  test('shows a volunteer with a free place that they wait as well', async () => {
    const of = await two({ state: 'active', places: 2 });
    expect(headlines((await pageOf(of, 'volunteer')).html)).toEqual([
      'Your half-year with Sita',
      'How long it takes',
    ]);
  });

  test('my page names the partner of a pair that runs, and how far it has come, and waits for nothing', async () => {
    const of = await two({ state: 'active', startedOn: '2026-10-01' });
    const reader = { personId: of.resident.personId, roles: new Set<never>(), locale: 'en', now } as const;
    const { items = [] } = await pairsAhead(db, reader);
    expect(items.map(({ isYourTurn, at }) => [isYourTurn, at])).toEqual([[false, null]]);
    const { text } = await pageOf(of, 'resident');
    expect(text).toMatch(
      /Your half-year with Sachiko Month 2 Your half-year together runs until Wed, Mar 31, 2027/,
    );
    expect(text).not.toContain('Kimura');
  });
});
