import { beforeEach, describe, expect, test } from 'vitest';
import { asha, childrenHouse } from '../../../../../test/support/children.ts';
import type { Fields } from '../../../../../test/support/house.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { childrenDataOf } from '../data-of.ts';
import { childrenDesk } from '../elsewhere/desk-part.tsx';
import { listMayFetch } from '../rules/fetching.ts';
import { findWholeChild } from '../store/whole.ts';

const house = await childrenHouse();
const { clock, db, enrol, kobayashi, lin, onlyChild, ram, sita } = house;
const day = (iso: string) => Temporal.PlainDate.from(iso);

beforeEach(() => house.emptied());

describe('guardian, fetcher and barred person', () => {
  const friend = { name: 'Hana Sato', relation: 'friend', phone: '', howLong: 'once', onDay: '2026-12-05' };
  const mayFetch = async (id: string, on = '2026-12-05') => {
    const whole = (await findWholeChild(db, id)) ?? expect.fail();
    return listMayFetch(whole, day(on)).map(({ name }) => name);
  };

  test('somebody is named for one day, and taken back', async () => {
    await enrol();
    const id = await onlyChild();
    expect(await mayFetch(id)).toEqual(['Sita']);
    await sita.visitor.post(`/children/${id}/fetchers`, friend);
    expect(await mayFetch(id)).toEqual(['Sita', 'Hana Sato']);
    expect(await mayFetch(id, '2026-12-12')).toEqual(['Sita']);
    const { id: fetcherId } = await db.selectFrom('classes.fetchers').select('id').executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/fetchers/withdrawal`, { fetcherId });
    expect(await mayFetch(id)).toEqual(['Sita']);
  });

  test('who is named in two tabs at once is one, and on no list once they are taken back', async () => {
    await enrol();
    const id = await onlyChild();
    for (const named of [friend, { ...friend, howLong: 'always', onDay: '' }]) {
      const sent = Array.from({ length: 4 }, () => sita.visitor.post(`/children/${id}/fetchers`, named));
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    }
    const named = await db.selectFrom('classes.fetchers').select('id').execute();
    expect(named).toHaveLength(2);
    for (const { id: fetcherId } of named)
      await sita.visitor.post(`/children/${id}/fetchers/withdrawal`, { fetcherId });
    expect(await mayFetch(id)).toEqual(['Sita']);
  });

  test('a day that is over is refused beside its field', async () => {
    await enrol();
    const answer = await sita.visitor.post(`/children/${await onlyChild()}/fetchers`, {
      ...friend,
      onDay: '2026-11-30',
    });
    expect(answer.refusals).toEqual({ onDay: 'Choose today or a later day.' });
    expect(answer.html).toContain('Hana Sato');
  });

  test('a bar outranks a guardian’s word, and no page of a guardian tells of it', async () => {
    await enrol();
    const id = await onlyChild();
    await sita.visitor.post(`/children/${id}/fetchers`, { ...friend, name: 'Ram Gurung' });
    const before = (await sita.visitor.get(`/children/${id}`)).text;
    const bar = { barred: 'GURUNG Ram', looks: '', reason: 'He hit her', source: 'Sita', call: 'Kobayashi' };
    await kobayashi.visitor.post(`/desk/children/${id}/bars`, bar);
    expect(await mayFetch(id)).toEqual(['Sita']);
    expect((await sita.visitor.get(`/children/${id}`)).text).toBe(before);
    expect((await sita.visitor.get(`/children/${id}/fetchers`)).text).not.toContain('He hit her');
    const { id: barId } = await db.selectFrom('classes.bars').select('id').executeTakeFirstOrThrow();
    await kobayashi.visitor.post(`/desk/children/${id}/bars/end`, { barId });
    expect(await mayFetch(id)).toEqual(['Sita', 'Ram Gurung']);
  });

  test('a coordinator who is a guardian reads and ends no bar of their own child', async () => {
    await enrol();
    const id = await onlyChild();
    const second = { email: 'kobayashi@example.org', guardian: 'Kobayashi', relation: 'father', phone: '' };
    const bar = { barred: 'Kobayashi', looks: '', reason: 'He hit her', source: 'Sita', call: 'Desk' };
    await kobayashi.visitor.post(`/desk/children/${id}/bars`, bar);
    const { id: barId } = await db.selectFrom('classes.bars').select('id').executeTakeFirstOrThrow();
    await kobayashi.visitor.post(`/desk/children/${id}/guardians`, second);
    expect((await kobayashi.visitor.get(`/desk/children/${id}`)).status).toBe(404);
    expect((await kobayashi.visitor.post(`/desk/children/${id}/bars/end`, { barId })).status).toBe(404);
    const { ended_at } = await db.selectFrom('classes.bars').select('ended_at').executeTakeFirstOrThrow();
    expect(ended_at).toBeNull();
    // The mother says who must not know the place: he is the one coordinator whom no row tells of it.
    await sita.visitor.post(`/children/${id}/family`, { ...asha, notTold: 'Her father' });
    const rowsOf = async (personId: string) => {
      const reader = {
        personId,
        roles: new Set(['coordinator'] as const),
        locale: 'en',
        now: clock(),
      } as const;
      return (await childrenDesk.ask(db, reader))?.show({} as never).items.map(({ act }) => act);
    };
    expect([await rowsOf(kobayashi.id), await rowsOf(lin.id)]).toEqual([[], ['place_hidden']]);
  });

  test('who must not know the place is looked at as it stood on the page, and what is said anew waits', async () => {
    await enrol({ ...asha, notTold: 'My mother-in-law' });
    const id = await onlyChild();
    const { html } = await kobayashi.visitor.get(`/desk/children/${id}`);
    const hidden = (name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`).exec(html.slice(html.indexOf('/custody')))?.[1];
    const looked = { guardianshipId: hidden('guardianshipId'), drawnAt: hidden('drawnAt') };
    const press = () => kobayashi.visitor.post(`/desk/children/${id}/custody`, looked as Fields);
    clock.advance({ minutes: 1 });
    await sita.visitor.post(`/children/${id}/family`, { ...asha, notTold: 'Her father' });
    expect((await press()).status).toBe(422);
    const waits = await db.selectFrom('classes.guardianships').select('looked_at').executeTakeFirstOrThrow();
    expect(waits.looked_at).toBeNull();
  });

  test('a second guardian sees the child, but neither the other’s answer nor their telephone', async () => {
    await enrol({ ...asha, notTold: 'My mother-in-law' });
    const id = await onlyChild();
    const second = { email: 'ram@example.org', guardian: 'Ram', relation: 'father', phone: '' };
    expect((await kobayashi.visitor.post(`/desk/children/${id}/guardians`, second)).status).toBe(303);
    for (const path of [
      `/children/${id}`,
      `/children/${id}/family`,
      `/children/${id}/fetchers`,
      '/children',
    ]) {
      const { status, text, html } = await ram.visitor.get(path);
      expect(status).toBe(200);
      expect(`${text}${html}`).not.toMatch(/mother-in-law|090-1111-2222/);
    }
    const data = JSON.stringify(await childrenDataOf(db, { id: ram.id, locale: 'en' }));
    expect(data).toContain('Asha');
    expect(data).not.toMatch(/mother-in-law|090-1111-2222/);
  });

  test('a guardian from whom the page is hidden sees nothing any more; the last stays', async () => {
    await enrol();
    const id = await onlyChild();
    const second = { email: 'ram@example.org', guardian: 'Ram', relation: 'father', phone: '' };
    await kobayashi.visitor.post(`/desk/children/${id}/guardians`, second);
    const of = async (personId: string) =>
      (
        await db
          .selectFrom('classes.guardianships')
          .select('id')
          .where('person_id', '=', personId)
          .executeTakeFirstOrThrow()
      ).id;
    await kobayashi.visitor.post(`/desk/children/${id}/sight`, {
      guardianshipId: await of(ram.id),
      maySee: '',
    });
    expect((await ram.visitor.get(`/children/${id}`)).status).toBe(404);
    expect((await ram.visitor.get('/children')).text).not.toContain('Asha');
    const last = await kobayashi.visitor.post(`/desk/children/${id}/sight`, {
      guardianshipId: await of(sita.id),
      maySee: '',
    });
    expect(last.text).toContain('A child needs one guardian');
    expect((await sita.visitor.get(`/children/${id}`)).status).toBe(200);
  });

  test('the database keeps a guardian for every child who comes', async () => {
    await enrol();
    await expect(
      inTransaction(db, (tx) => tx.updateTable('classes.guardianships').set({ may_see: false }).execute()),
    ).rejects.toThrow('a child has a guardian');
  });
});
