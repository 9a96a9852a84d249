import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { applyForPair } from '../../../../test/support/pairs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { findApplication, updateApplication } from '../applications/store.ts';
import { pairsModule } from '../module.ts';
import type { Side } from '../types.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;
const now = house.clock();

/** Somebody whose application waits for its interview. */
async function applicant(side: Side) {
  const { id, personId } = await inTransaction(db, (tx) =>
    applyForPair(tx, {
      side,
      name: 'Maya',
      state: 'submitted',
      purposes: ['talk', 'culture'],
      places: 2,
      facts: {
        ...{ isOnlineOk: false, reachKilometers: 7, interests: ['cooking'], requiredPurposes: ['culture'] },
        ...{ hasPets: true, smokes: false, wishedReduction: 'student' },
        wishes: { gender: 'female', withoutChildren: false, withoutPets: false, withoutSmoking: true },
        given: {
          version: 1,
          answers: {
            hopes: 'To know my neighbors.',
            why: 'I like to.',
            heard: 'friend',
            yearsHere: '1_to_3',
          },
        },
      },
      now,
    }),
  );
  return { id, personId, web: house.as(actorOf({ id: personId }, [side])) };
}

const CHANGED = {
  purposes: ['talk'],
  requiredPurposes: [],
  hopes: 'To talk about books.',
  interests: ['walking'],
  atHome: [],
  isOnlineOk: 'on',
  reachKilometers: '5',
  genderWish: 'any',
  limits: [],
  careful: '',
  emergencyContact: 'Ken, 090-1111-2222',
  yearsHere: '1_to_3',
};

describe('what somebody has applied with', () => {
  it('stands in the form, and is changed by it; what is agreed with coordinators stays, whatever is sent', async () => {
    const { id, web } = await applicant('resident');
    expect((await web.get('/pairs')).html).toContain('href="/en/pairs/changes/resident"');
    const form = await web.get('/pairs/changes/resident');
    expect(form.html).toContain('To know my neighbors.');
    for (const name of ['places', 'withIds', 'reduction', 'shown', 'heard'])
      expect(form.html).not.toContain(`name="${name}"`);
    const forged = { places: '3', withIds: [crypto.randomUUID()], reduction: 'evacuee', heard: 'school' };
    const sent = await web.post('/pairs/changes/resident', { ...CHANGED, ...forged });
    expect([sent.location, sent.flash]).toEqual(['/pairs', 'Thank you, it is changed.']);
    expect(await findApplication(db, id)).toMatchObject({
      state: 'submitted',
      places: 2,
      purposes: ['talk'],
      emergencyContact: 'Ken, 090-1111-2222',
      facts: {
        ...{ isOnlineOk: true, reachKilometers: 5, interests: ['walking'], requiredPurposes: [] },
        ...{ hasPets: false, wishedReduction: 'student' },
        wishes: { gender: null, withoutSmoking: false },
        given: { answers: { hopes: 'To talk about books.', heard: 'friend', yearsHere: '1_to_3' } },
      },
    });
    const acts = db.selectFrom('pairs.steps').select('act').where('application_id', '=', id);
    expect(await acts.execute()).toEqual([{ act: 'change' }]);
  });

  it('is refused like an application, with what was typed', async () => {
    const { id, web } = await applicant('volunteer');
    const back = await web.post('/pairs/changes/volunteer', {
      ...{
        ...CHANGED,
        hopes: '',
        why: 'Because.',
        experience: '',
        purposes: [],
        emergencyContact: '',
      },
    });
    expect([back.status, back.html.includes('Because.')]).toEqual([422, true]);
    expect(Object.keys(back.refusals).sort()).toEqual(['emergencyContact', 'purposes']);
    expect((await findApplication(db, id))?.purposes).toEqual(['talk', 'culture']);
  });

  it('is nobody’s to change on the other side, nor once it is over', async () => {
    const { id, web } = await applicant('resident');
    expect((await web.get('/pairs/changes/volunteer')).status).toBe(404);
    expect((await web.post('/pairs/changes/volunteer', { ...CHANGED, why: 'So.' })).status).toBe(404);
    await inTransaction(db, (tx) => updateApplication(tx, id, { state: 'withdrawn', ended_at: now }));
    expect((await web.get('/pairs/changes/resident')).status).toBe(404);
    expect((await web.post('/pairs/changes/resident', CHANGED)).status).toBe(404);
    expect((await findApplication(db, id))?.facts.reachKilometers).toBe(7);
  });
});
