import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import {
  accepted,
  makeNeighborhood,
  makeNextNeighborhood,
  makeVolunteer,
  refusedAs,
  Story,
} from '../../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../../test/support/spot-samples.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { restrictVolunteer } from '../../../trust/index.ts';
import {
  acceptOffer,
  askVolunteers,
  type CorrectionOf,
  correctRequest,
  findOffer,
  findRequest,
  listCorrections,
  listOffersOfRequest,
} from '../../index.ts';
import { findExactAddress } from '../../store/requests.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 2);
const story = new Story(place);
const WEDNESDAY_TEN = MONDAY_TEN.add({ hours: 48 });

/** A coordinator puts a request right. */
const correct = (id: string, to: Omit<CorrectionOf, 'requestId' | 'doer' | 'reason'>) =>
  story.act((tx) => correctRequest(tx, { ...story.on(id, 'coordinator'), reason: 'We spoke.', ...to }));
const SHIBUYA = { kind: 'place', municipalityCode: '13113', town: '神南一丁目', placeName: null } as const;

describe('before anybody has said yes', () => {
  test('times, place and languages are put right, beside what they were', async () => {
    const id = await story.submitted();
    accepted(
      await correct(id, {
        possibleTimes: [WEDNESDAY_TEN],
        place: SHIBUYA,
        talk: { talkLanguages: ['en'], isEasyJapaneseOk: true },
      }),
    );
    const request = await findRequest(db, id);
    expect(request?.possibleTimes.map(String)).toEqual([WEDNESDAY_TEN.toString()]);
    expect(request?.place).toEqual({ ...SHIBUYA, hasExactAddress: false });
    expect([request?.talkLanguages, request?.isEasyJapaneseOk]).toEqual([['en'], true]);
    const { municipalityCode, town, placeName } = SHIBUYA;
    const sumida = { municipalityCode: '13107', town: '吾妻橋一丁目', placeName: '墨田区役所' };
    expect(await listCorrections(db, id)).toMatchObject([
      { field: 'possible_times', was: MONDAY_TEN.toString(), becomes: WEDNESDAY_TEN.toString() },
      {
        field: 'place',
        was: 'place',
        becomes: 'place',
        places: { was: sumida, becomes: { municipalityCode, town, placeName } },
      },
      { field: 'talk_languages', was: 'en ne', becomes: 'en ja-easy', reason: 'We spoke.' },
    ]);
  });

  test('the exact address goes with its town, and stays with another name of the place', async () => {
    const id = await story.submitted();
    const { kind, municipalityCode, town } = (await findRequest(db, id))?.place ?? SHIBUYA;
    accepted(await correct(id, { place: { kind, municipalityCode, town, placeName: '区役所 3階' } }));
    expect(await findExactAddress(db, id)).toBe('吾妻橋1-23-20');
    accepted(await correct(id, { place: { ...SHIBUYA, kind: 'online' } }));
    expect(await findExactAddress(db, id)).toBeNull();
    expect((await findRequest(db, id))?.place.municipalityCode).toBeNull();
  });

  test('what speaks against it is said, and what stays is not asked again', async () => {
    const id = await story.submitted();
    expect(refusedAs(await correct(id, { possibleTimes: [] }))).toBe('choose_at_least_one_time');
    expect(refusedAs(await correct(id, { place: { ...SHIBUYA, town: '吾妻橋一丁目' } }))).toBe(
      'town_is_not_in_municipality',
    );
    const talk = { talkLanguages: [], isEasyJapaneseOk: false };
    expect(refusedAs(await correct(id, { talk }))).toBe('say_how_we_can_talk');
    const same = { talk: { talkLanguages: ['en', 'ne'], isEasyJapaneseOk: false } };
    expect(refusedAs(await correct(id, { ...same, possibleTimes: [MONDAY_TEN] }))).toBe(
      'nothing_was_changed',
    );
    story.now = MONDAY_TEN.add({ hours: 1 });
    accepted(await correct(id, { ...same, category: 'paper', possibleTimes: [] }));
    story.now = MONDAY_TEN.subtract({ hours: 24 * 13 });
  });
});

describe('somebody who was asked', () => {
  test('and does not fit any more need not answer; whoever does is asked for what it says now', async () => {
    const both = await inTransaction(db, (tx) =>
      makeVolunteer(tx, {
        languages: [
          { language: 'en', speak: 3, read: 3, write: 3, phone: 3 },
          { language: 'ne', speak: 3, read: 3, write: 3, phone: 3 },
        ],
      }),
    );
    const id = await story.opened({ talkLanguages: ['en'] });
    const volunteerIds = [...place.volunteerIds, both];
    accepted(await story.act((tx) => askVolunteers(tx, { ...story.on(id, 'coordinator'), volunteerIds })));
    expect((await findOffer(db, id, both))?.language).toBe('en');
    accepted(await correct(id, { talk: { talkLanguages: ['ne'], isEasyJapaneseOk: false } }));
    const offers = await listOffersOfRequest(db, id);
    const states = new Map(offers.map(({ volunteerId, state }) => [volunteerId, state]));
    expect([...place.volunteerIds, both].map((one) => states.get(one))).toEqual([
      'closed',
      'closed',
      'asked',
    ]);
    expect((await findOffer(db, id, both))?.language).toBe('ne');
  });

  test('does not say yes to what a card said before', async () => {
    const id = await story.asked();
    const volunteerId = place.volunteerIds[0] ?? '';
    const yes = { ...story.on(id, 'asked_volunteer', volunteerId), startsAt: MONDAY_TEN };
    accepted(await correct(id, { place: { ...SHIBUYA, kind: 'online' } }));
    expect(refusedAs(await story.act((tx) => acceptOffer(tx, { ...yes, corrections: 0 })))).toBe(
      'request_has_changed_since',
    );
    accepted(await story.act((tx) => acceptOffer(tx, { ...yes, corrections: 1 })));
  });
});

test('after a yes, what was said yes to stays; the kind of help can still be put right', async () => {
  const id = await story.acceptedByFirst({ possibleTimes: [WEDNESDAY_TEN.add({ hours: 3 })] });
  for (const to of [
    { possibleTimes: [MONDAY_TEN.add({ hours: 5 })] },
    { place: { ...SHIBUYA, kind: 'phone' } },
    { talk: { talkLanguages: ['en'], isEasyJapaneseOk: false } },
  ] as const) {
    expect(refusedAs(await correct(id, to))).toBe('let_volunteer_go_first');
  }
  accepted(await correct(id, { category: 'paper' }));
});

test('after a yes, it does not become a kind of help from which the volunteer is kept', async () => {
  const near = new Story(await makeNextNeighborhood(db, 1));
  const id = await near.confirmed();
  const by = { personId: near.place.coordinatorId, role: 'coordinator' } as const;
  const limit = {
    personId: near.first,
    kind: 'not_with_children',
    reason: 'A talk.',
    by,
    now: near.now,
  } as const;
  accepted(await near.act((tx) => restrictVolunteer(tx, limit)));
  const become = (category: 'childcare' | 'paper') =>
    near.act((tx) => correctRequest(tx, { ...near.on(id, 'coordinator'), reason: 'We spoke.', category }));
  expect(refusedAs(await become('childcare'))).toBe('volunteer_may_not_help_with_this');
  accepted(await become('paper'));
});
