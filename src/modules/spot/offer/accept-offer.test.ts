import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testDatabase, testSeal } from '../../../../test/support/database.ts';
import { accepted, makeNeighborhood, refusedAs, Story } from '../../../../test/support/spot.ts';
import { MONDAY_TEN } from '../../../../test/support/spot-samples.ts';
import { cancelRequest, findAssignment, findRequest, listOffersOfRequest } from '../index.ts';

const { db } = await testDatabase();
const place = await makeNeighborhood(db, 20);
await sql`insert into platform.settings (subject, value) values ('spot', '{"waveSize": 20}')`.execute(db);

function tally(codes: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(codes, (code) => code)).map(([code, all]) => [code, all?.length ?? 0]),
  );
}

async function settle(story: Story, id: string): Promise<void> {
  const on = { ...story.on(id, 'coordinator'), reason: 'The test is over.' };
  accepted(await story.act((tx) => cancelRequest(tx, on)));
}

describe('rivals', () => {
  test('twenty say yes at once, exactly one wins, all are answered', async () => {
    const story = new Story(place);
    const id = await story.asked();
    const answers = await Promise.all(place.volunteerIds.map((volunteerId) => story.accept(id, volunteerId)));
    expect(tally(answers.map(refusedAs))).toEqual({ accepted: 1, somebody_else_said_yes_first: 19 });
    const winner = place.volunteerIds[answers.findIndex(({ ok }) => ok)];
    expect((await findAssignment(db, id))?.volunteerId).toBe(winner);
    const offers = await listOffersOfRequest(db, id);
    expect(tally(offers.map(({ state }) => state))).toEqual({ accepted: 1, closed: 19 });
    await settle(story, id);
  });

  test('one volunteer says yes to two visits at the same time at once, and has one', async () => {
    const story = new Story(place);
    const ids = [await story.asked(), await story.asked(), await story.asked()];
    const answers = await Promise.all(ids.map((id) => story.accept(id, story.first)));
    expect(tally(answers.map(refusedAs))).toEqual({ accepted: 1, you_have_another_visit_then: 2 });
    for (const id of ids) await settle(story, id);
  });

  test('crossing each other over several requests never end in a deadlock or an overlap', async () => {
    const story = new Story(place);
    const ids = [await story.asked(), await story.asked(), await story.asked(), await story.asked()];
    const tries = ids.flatMap((id) =>
      [0, 1, 2].map((index) => ({ id, volunteerId: story.volunteer(index) })),
    );
    const answers = await Promise.all(tries.map(({ id, volunteerId }) => story.accept(id, volunteerId)));
    expect(tally(answers.map(refusedAs))['accepted']).toBe(3);
    const states = await Promise.all(ids.map(async (id) => (await findRequest(db, id))?.state));
    expect(tally(states.map(String))).toEqual({ accepted: 3, open: 1 });
    for (const id of ids) await settle(story, id);
  });

  test('the same yes sent twice at once is one yes', async () => {
    const story = new Story(place);
    const id = await story.asked();
    const answers = await Promise.all([story.accept(id, story.first), story.accept(id, story.first)]);
    expect(tally(answers.map(refusedAs))).toEqual({ accepted: 1, you_have_already_said_yes: 1 });
    await settle(story, id);
  });
});

describe('a yes', () => {
  test('is for one of the possible times that is still to come', async () => {
    const story = new Story(place);
    const id = await story.asked({ possibleTimes: [MONDAY_TEN, MONDAY_TEN.add({ hours: 24 })] });
    expect(refusedAs(await story.accept(id, story.first, MONDAY_TEN.add({ hours: 1 })))).toBe(
      'choose_one_of_the_times',
    );
    story.now = MONDAY_TEN;
    expect(refusedAs(await story.accept(id, story.first, MONDAY_TEN))).toBe('time_has_passed');
    expect(refusedAs(await story.accept(id, story.first, MONDAY_TEN.add({ hours: 24 })))).toBe('accepted');
    await settle(story, id);
  });

  test('leaves time to travel from one place to the next', async () => {
    const story = new Story(place);
    const first = await story.asked({ durationMinutes: 60 });
    const soon = { possibleTimes: [MONDAY_TEN.add({ minutes: 75 })] };
    const [near, online] = [
      await story.asked(soon),
      await story.asked({ possibleTimes: [MONDAY_TEN.add({ minutes: 90 })] }),
    ];
    accepted(await story.accept(first, story.first));
    expect(refusedAs(await story.accept(near, story.first, soon.possibleTimes[0]))).toBe(
      'you_have_another_visit_then',
    );
    expect(refusedAs(await story.accept(online, story.first, MONDAY_TEN.add({ minutes: 90 })))).toBe(
      'accepted',
    );
    for (const id of [first, near, online]) await settle(story, id);
  });

  test('counts only from somebody who was asked, is approved still, and isn’t kept apart by now', async () => {
    const story = new Story(place);
    const id = await story.asked();
    expect(refusedAs(await story.accept(id, place.coordinatorId))).toBe('you_were_not_asked');
    const [second, third] = [story.volunteer(1), story.volunteer(2)];
    await sql`insert into trust.restrictions (kind, person_id, reason, since_at)
      values ('suspension', ${second}::uuid, '', ${story.now.toString()})`.execute(db);
    expect(refusedAs(await story.accept(id, second))).toBe('you_are_not_approved_now');
    const [one, other] = [third, place.residentId].sort();
    await sql`insert into trust.restrictions (kind, person_id, other_person_id, reason, since_at)
      values ('apart', ${one}::uuid, ${other}::uuid, '', ${story.now.toString()})`.execute(db);
    expect(refusedAs(await story.accept(id, third))).toBe('request_is_no_longer_open');
    await settle(story, id);
  });
});

describe('the last wall', () => {
  test('refuses a second active volunteer and overlapping visits even to those who write past the rules', async () => {
    const story = new Story(place);
    const [id, other] = [await story.asked(), await story.asked()];
    accepted(await story.accept(id, story.first));
    const insert = (requestId: string, volunteerId: string, offerOf: string) =>
      sql`insert into spot.assignments
      (request_id, volunteer_id, offer_id, starts_at, ends_at, language, accepted_at)
      select ${requestId}::uuid, ${volunteerId}::uuid, id, ${MONDAY_TEN.toString()}, ${MONDAY_TEN.add({ minutes: 30 }).toString()}, 'en', now()
      from spot.offers where request_id = ${requestId}::uuid and volunteer_id = ${offerOf}::uuid`.execute(db);
    await expect(insert(id, story.volunteer(4), story.volunteer(4))).rejects.toThrow(
      'assignments_one_active',
    );
    await expect(insert(other, story.first, story.first)).rejects.toThrow('assignments_never_overlap');
    await expect(
      sql`insert into spot.offers (request_id, volunteer_id, wave, score, language, reasons, asked_at)
        values (${id}::uuid, ${story.first}::uuid, 2, 0, 'en', '[]', now())`.execute(db),
    ).rejects.toThrow('offers_ask_once');
    await expect(
      sql`update spot.support_requests set own_words = ${testSeal.seal('other words', id)}
        where id = ${id}::uuid`.execute(db),
    ).rejects.toThrow('never replaced');
    await expect(
      sql`update spot.transitions set at = now() where request_id = ${id}::uuid`.execute(db),
    ).rejects.toThrow('permission denied');
    for (const one of [id, other]) await settle(story, one);
  });
});
