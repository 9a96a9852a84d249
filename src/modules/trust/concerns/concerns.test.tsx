import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { trustModule } from '../module.ts';
import { listRestrictions } from '../restrictions/store.ts';
import { assessConcern, closeConcern, raiseConcern } from './commands.ts';
import { findConcern, hasOpenConcern } from './store/concerns.ts';
import { countOpenConcerns, listConcerns, listConcernsWith } from './store/lists.ts';

const house = await testHouse([trustModule]);
const { db } = house;
const now = house.clock();
const volunteer = await makeVolunteer(db, now);
const teller = await makeVolunteer(db, now);
const { id: coordinatorId } = await makeVolunteer(db, now);
const coordinator = house.as(actorOf({ id: coordinatorId }, ['coordinator']));
const administrator = house.as(actorOf({ id: coordinatorId }, ['administrator']));
const WORDS = 'I spoke with both of them by telephone today.';

async function raise(at = now): Promise<string> {
  const about = { about: volunteer.id, by: teller.id, program: 'spot', objectKind: 'spot.request' };
  return inTransaction(db, (tx) =>
    raiseConcern(tx, { ...about, objectId: 'one', words: 'She asked me for money.', now: at }),
  );
}
const stateOf = async (id: string) => (await findConcern(db, id))?.state;

describe('a concern', () => {
  it('is closed only after it was looked into, in words that a colleague understands', async () => {
    const id = await raise();
    const early = await coordinator.post(`/trust/concerns/${id}/closing`, { closing: WORDS });
    expect(early.text).toContain('Please write down first what you found out.');
    const short = await coordinator.post(`/trust/concerns/${id}/assessment`, { assessment: 'x' });
    expect(short.refusals['assessment']).toContain('“What you found out” needs at least 20 characters');
    expect(await stateOf(id)).toBe('raised');
    expect((await coordinator.post(`/trust/concerns/${id}/assessment`, { assessment: WORDS })).status).toBe(
      303,
    );
    const closing = await coordinator.post(`/trust/concerns/${id}/closing`, { closing: '対応済み' });
    expect(closing.refusals['closing']).toContain('“What was done” needs at least 20 characters');
    const { text } = await coordinator.get(`/trust/concerns/${id}`);
    expect(text).toMatch(/What was done So that .* At least 20 characters/);
    expect(await hasOpenConcern(db, 'spot.request', 'one')).toBe(true);
    expect((await coordinator.post(`/trust/concerns/${id}/closing`, { closing: WORDS })).status).toBe(303);
    expect(await stateOf(id)).toBe('closed');
    expect(await hasOpenConcern(db, 'spot.request', 'one')).toBe(false);
  });

  it('that nobody has looked into stands first, the newest on top', async () => {
    const assessed = await raise(now.add({ minutes: 30 }));
    await coordinator.post(`/trust/concerns/${assessed}/assessment`, { assessment: WORDS });
    const [older, newer] = [await raise(now.add({ minutes: 10 })), await raise(now.add({ minutes: 20 }))];
    const { html } = await coordinator.get('/trust/concerns');
    const order = [newer, older, assessed].map((id) => html.indexOf(id));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });

  it('leads to stopping the person and reaching the one who told us, with nothing done yet', async () => {
    const id = await raise();
    const path = `/trust/people/${volunteer.id}?kind=suspension`;
    const { html } = await coordinator.get(`/trust/concerns/${id}`);
    expect(html).toContain(`${path}#restrict"`);
    expect(html).not.toContain('kind=pause');
    expect(html).toContain(`/people/${teller.id}"`);
    expect((await administrator.get(`/trust/concerns/${id}`)).html).not.toContain('#restrict');
    const form = await coordinator.get(path);
    expect(form.html).toMatch(/<details[^>]*id="restrict"[^>]* open/);
    expect(form.html).toMatch(/value="suspension"[^>]*checked|checked[^>]*value="suspension"/);
    expect(await listRestrictions(db, [volunteer.id])).toEqual([]);
  });

  it('does not exist for the person it is about', async () => {
    const concernId = await raise();
    const closing = { concernId, words: WORDS, by: volunteer.id, now };
    for (const act of [assessConcern, closeConcern])
      expect(await inTransaction(db, (tx) => act(tx, closing))).toMatchObject({
        refusal: { code: 'concern_is_unknown' },
      });
    expect(await stateOf(concernId)).toBe('raised');
  });

  it('about the reader leads nobody through the others by its id', async () => {
    await raise(now.subtract({ hours: 1 }));
    const told = { about: coordinatorId, by: teller.id, program: 'spot', objectKind: 'spot.request' };
    const after = await inTransaction(db, (tx) =>
      raiseConcern(tx, { ...told, objectId: 'two', words: 'She came late.', now }),
    );
    const nothing = { rows: [], next: null };
    const window = { after, limit: 10 };
    const who = { personId: teller.id, readerId: coordinatorId };
    expect(await listConcerns(db, { readerId: coordinatorId, state: null }, window)).toEqual(nothing);
    expect(await listConcernsWith(db, who, window)).toEqual(nothing);
    expect((await listConcernsWith(db, who, { ...window, after: null })).rows.length).toBeGreaterThan(0);
  });
});

describe('what a concern came from', () => {
  it('is led to where its reader may open it: by coordinators alone', async () => {
    const path = `/trust/concerns/${await raise()}`;
    expect((await coordinator.get(path)).html).toContain('/things/spot.request/one');
    const { status, html } = await administrator.get(path);
    expect(status).toBe(200);
    expect(html).not.toContain('/things/');
  });
});

describe('the list of concerns', () => {
  it('is parted by how they stand, with how many are under way', async () => {
    const { html } = await coordinator.get('/trust/concerns?state=closed');
    expect(html).toMatch(/href="\/en\/trust\/concerns\?state=raised">New <b>\d+<\/b>/);
    expect(html).toMatch(/<a aria-current="true">Closed/);
    const rows = (
      await listConcerns(db, { readerId: coordinatorId, state: 'raised' }, { after: null, limit: 50 })
    ).rows;
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ state }) => state === 'raised')).toBe(true);
    expect((await countOpenConcerns(db, coordinatorId))['raised']).toBe(rows.length);
  });
});

describe('a suspension', () => {
  it('says what it does before it holds', async () => {
    const fields = { kind: 'suspension', restrictionReason: 'She asked for money.' };
    const asked = await coordinator.post(`/trust/people/${volunteer.id}/restrictions`, fields);
    expect(asked.status).toBe(422);
    expect(asked.text).toMatch(/signed out.*canceled.*conversations are closed/);
    expect(asked.text).toContain('She asked for money.');
    expect(await listRestrictions(db, [volunteer.id])).toEqual([]);
    const sure = { ...fields, sure: 'yes' };
    expect((await coordinator.post(`/trust/people/${volunteer.id}/restrictions`, sure)).status).toBe(303);
    expect(await listRestrictions(db, [volunteer.id])).toHaveLength(1);
  });
});
