import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../test/support/house.ts';
import { accepted, makeNeighborhood, Story } from '../../test/support/spot.ts';
import { DECIDER } from '../../test/support/volunteers.ts';
import { peopleModule } from '../modules/people/index.ts';
import {
  assessConcern,
  closeConcern,
  type InsuranceYear,
  pauseVolunteer,
  raiseConcern,
  type StepStanding,
} from '../modules/trust/index.ts';
import { inTransaction } from '../platform/database/transaction.ts';
import { approvedUntil, glanceAtVolunteer } from './volunteer-glance.tsx';

const house = await testHouse([peopleModule({ glanceAtVolunteer })]);
const place = await makeNeighborhood(house.db, 3);
const story = new Story(place);
const coordinator = house.as(actorOf({ id: place.coordinatorId }, ['coordinator']));
const pageOf = async (id: string) => (await coordinator.get(`/people/${id}`)).text;
const raise = (about: string, by: string) =>
  inTransaction(house.db, (tx) =>
    raiseConcern(tx, {
      program: 'spot',
      objectKind: 'spot.request',
      objectId: crypto.randomUUID(),
      words: 'They asked me for money.',
      about,
      by,
      now: house.clock(),
    }),
  );

test('a coordinator sees whether a volunteer may be asked, when they are next needed and were last asked', async () => {
  expect(await pageOf(story.volunteer(2))).toMatch(
    /At a glance May be asked Yes Next visit None Last asked Never Visits made 0 visits/,
  );
  const requestId = await story.confirmed();
  const { html, text } = await coordinator.get(`/people/${story.first}`);
  expect(html).toContain(`/desk/requests/${requestId}"`);
  expect(text).toMatch(/Next visit \w{3}, .* Last asked \w{3}, .* Visits made 0 visits Open concerns None/);
});

test('of concerns they see how many are open, not what they say, and none about themselves', async () => {
  const concernId = await raise(story.first, place.residentId);
  await raise(story.first, place.residentId);
  await raise(place.coordinatorId, story.first);
  const text = await pageOf(story.first);
  expect(text).toContain('Open concerns 2 open');
  expect(text).not.toContain('money');
  const step = {
    concernId,
    words: 'We have talked with both of them.',
    by: place.coordinatorId,
    now: house.clock(),
  };
  accepted(await inTransaction(house.db, (tx) => assessConcern(tx, step)));
  accepted(await inTransaction(house.db, (tx) => closeConcern(tx, step)));
  expect(await pageOf(story.first)).toContain('Open concerns 1 open');
});

test('a rest is said beside it', async () => {
  const pause = {
    personId: story.volunteer(1),
    reason: 'A journey',
    untilOn: null,
    by: DECIDER,
    now: house.clock(),
  };
  await inTransaction(house.db, (tx) => pauseVolunteer(tx, pause));
  expect(await pageOf(story.volunteer(1))).toContain('Rests until they say so');
});

test('administrators, and volunteers on a page that is their own, see nothing of it', async () => {
  const administrator = house.as(actorOf({ id: crypto.randomUUID() }, ['administrator']));
  expect((await administrator.get(`/people/${story.first}`)).text).not.toContain('At a glance');
  const own = house.as(actorOf({ id: story.first }, ['coordinator', 'volunteer']));
  expect((await own.get(`/people/${story.first}`)).text).not.toContain('At a glance');
  expect(await pageOf(place.residentId)).not.toContain('At a glance');
});

test('the earliest end of what is required counts, and its last day is told', () => {
  const step = (isRequired: boolean, untilOn: string | null) =>
    ({ isRequired, untilOn: untilOn && Temporal.PlainDate.from(untilOn) }) as StepStanding;
  const until = (steps: readonly StepStanding[], needsInsurance = false) =>
    approvedUntil({ steps, needsInsurance, insurance })?.toString() ?? null;
  const insurance = { untilOn: Temporal.PlainDate.from('2027-04-01') } as InsuranceYear;
  expect(until([step(true, null), step(false, '2026-12-01')])).toBeNull();
  expect(until([step(true, '2029-01-01'), step(true, '2028-03-01')])).toBe('2028-02-29');
  expect(until([step(true, '2029-01-01')], true)).toBe('2027-03-31');
});
