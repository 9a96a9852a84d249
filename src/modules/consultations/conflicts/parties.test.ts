import { beforeEach, describe, expect, test } from 'vitest';
import { consultationsHouse } from '../../../../test/support/consultations.ts';

const { db, asha, other, mori, kato, boss, taken } = await consultationsHouse();
const LANDLORD = { role: 'landlord', partyName: '髙﨑 一郎', writings: 'たかさき いちろう\nTAKASAKI ICHIRO' };

let id: string;
const at = () => `/desk/consultations/${id}/parties`;
const enter = (more = {}, who = mori) => who.web.post(`${at()}/entries`, { ...LANDLORD, ...more });
const rows = () => db.selectFrom('consultations.parties').selectAll().execute();

beforeEach(async () => {
  id = await taken();
});

describe('whom a matter touches', () => {
  test('is entered with every writing, read by whoever may open the matter, and taken out again', async () => {
    expect((await enter()).status).toBe(303);
    const { text } = await mori.web.get(at());
    for (const said of ['髙﨑 一郎', 'たかさき いちろう', 'TAKASAKI ICHIRO', 'Landlord'])
      expect(text).toContain(said);
    const [row] = await rows();
    expect((await mori.web.post(`${at()}/removals`, { partyId: row?.id ?? '' })).status).toBe(303);
    expect((await mori.web.post(`${at()}/removals`, { partyId: row?.id ?? '' })).status).toBe(422);
    expect(await rows()).toEqual([]);
  });

  test('lies sealed with its part, and goes with the matter', async () => {
    await enter();
    const kept = JSON.stringify(await rows());
    for (const told of ['髙', 'TAKASAKI', 'landlord']) expect(kept).not.toContain(told);
    await db.deleteFrom('consultations.matters').where('id', '=', id).execute();
    expect(await rows()).toEqual([]);
  });

  test('is nobody else’s to read or to enter', async () => {
    await enter();
    for (const one of [kato, boss, other, asha]) {
      expect((await one.web.get(at())).text).not.toContain('髙﨑');
      expect((await one.web.get(at())).status).toBeGreaterThanOrEqual(403);
      expect((await enter({}, one)).status).toBeGreaterThanOrEqual(403);
    }
    expect((await rows()).length).toBe(1);
  });

  test('is read by whoever has written down why, and not changed by them', async () => {
    await enter();
    await kato.web.post(`/desk/consultations/${id}/openings`, { reason: 'The coordinator is ill today.' });
    expect((await kato.web.get(at())).text).toContain('髙﨑');
    expect((await enter({}, kato)).status).toBe(422);
  });
});

describe('what is refused', () => {
  test.each([
    ['an empty form', { partyName: '', role: '' }, ['partyName', 'role']],
    ['a name without letters', { partyName: '・・' }, ['partyName']],
    ['thirteen writings', { writings: [...'abcdefghijkl'].join('\n') }, ['writings']],
    ['a writing that is too long', { writings: 'a'.repeat(121) }, ['writings']],
  ])('%s', async (_, more, fields) => {
    const answer = await enter(more);
    expect([answer.status, Object.keys(answer.refusals).toSorted()]).toEqual([422, fields]);
    expect(await rows()).toEqual([]);
  });

  test('the twenty-first', async () => {
    for (let count = 0; count < 20; count += 1) await enter({ partyName: `Name ${count}` });
    expect([(await enter()).status, (await rows()).length]).toEqual([422, 20]);
  });
});
