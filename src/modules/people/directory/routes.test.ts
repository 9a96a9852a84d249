import { describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { PROGRAM } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { replaceLanguages } from '../languages/store.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';
import { grantRole } from '../roles/commands.ts';
import { findActor, listRoles } from '../roles/store.ts';

const house = await testHouse([peopleModule()]);
const make = (
  name: string,
  more: { kana?: string; email?: string; roles?: Role[]; isChild?: boolean } = {},
) => inTransaction(house.db, (tx) => createPerson(tx, { name, now: house.clock(), ...more }));

const ram = await make('राम शर्मा', { kana: 'ラム・シャルマ', email: 'ram@example.org', roles: ['resident'] });
const kobayashi = await make('小林', { kana: 'こばやし', roles: ['coordinator'] });
const admin = await make('Admin', { roles: ['administrator'] });
await make('Nguyễn Văn Ân', { roles: ['volunteer'] });
await make('100%_Real', { roles: ['donor'] });
await make('Little Ren', { isChild: true });

const coordinator = house.as(actorOf(kobayashi, ['coordinator']));
const administrator = house.as(actorOf(admin, ['administrator']));
const entriesAbout = (id: string) =>
  house.db
    .selectFrom('audit.entries')
    .select(['action', 'actor_id', 'outcome'])
    .where('subject_id', '=', id)
    .orderBy('id')
    .execute();

describe('looking people up', () => {
  it('calls what somebody wrote of themselves theirs, not the reader’s', async () => {
    const { id } = await inTransaction(house.db, (tx) =>
      createPerson(tx, { name: 'Thé', about: 'I like tea.', now: house.clock() }),
    );
    const { text } = await coordinator.get(`/people/${id}`);
    expect(text).toContain('About themselves I like tea.');
  });

  it.each([
    ['ja', '英語：話す：'],
    ['en', 'English: '],
  ] as const)('says the tasks of a language with the colon of %s', async (locale, line) => {
    const { id } = await make('Ana');
    await inTransaction(house.db, (tx) =>
      replaceLanguages(tx, id, [{ language: 'en', speak: 3, read: 0, write: 0, phone: 0 }]),
    );
    const as = house.as(actorOf(kobayashi, ['coordinator']), locale);
    expect((await as.get(`/people/${id}`)).text).toContain(line);
  });

  it('leaves the kana of whoever has none empty, which a card on a phone then leaves out', async () => {
    const { html } = await coordinator.get('/people?q=nguyen');
    expect(html).toContain('<div class="cell-value"></div>');
    expect(html).not.toContain('<span lang="ja"></span>');
  });

  it.each([
    ['らむ', 'राम शर्मा'],
    ['ｼｬﾙﾏ', 'राम शर्मा'],
    ['RAM@EXAMPLE', 'राम शर्मा'],
    ['शर्मा राम', 'राम शर्मा'],
    ['nguyen an', 'Nguyễn Văn Ân'],
    ['コバヤシ', 'Kobayashi'],
    ['100%_', '100%_Real'],
  ])('finds by %s', async (words, name) => {
    const page = await coordinator.get(`/people?q=${encodeURIComponent(words)}`);
    const names = [...page.html.matchAll(/id="person-[^>]*>.*?<bdi[^>]*>(.*?)<\/bdi>/gs)].map(
      ([, found]) => found,
    );
    expect(names).toEqual([name]);
  });

  it.each(['%%', 'Little Ren', "' or 1=1 --", 'nobody at all'])('finds nobody by %s', async (words) => {
    const page = await coordinator.get(`/people?q=${encodeURIComponent(words)}`);
    expect(page.html).toContain('class="empty-state"');
  });

  it('finds by role, in Japanese too', async () => {
    const page = await house.as(actorOf(kobayashi, ['coordinator']), 'ja').get('/people?role=volunteer');
    expect(page.text).toContain('Nguyễn Văn Ân');
    expect(page.text).not.toContain('राम');
  });

  it('goes on after the last person of a page, everybody once', async () => {
    for (let index = 0; index < 55; index++) await make(`Tutor ${index}`, { roles: ['tutor'] });
    const first = await coordinator.get('/people?role=tutor');
    const next =
      /href="\/en(\/people\?role=tutor&amp;after=[0-9a-f-]+)"/.exec(first.html)?.[1]?.replace('&amp;', '&') ??
      '';
    const second = await coordinator.get(next);
    const names = [first, second].flatMap(({ html }) => html.match(/Tutor \d+/g) ?? []);
    expect(names).toHaveLength(55);
    expect(new Set(names).size).toBe(55);
  });

  it('can be taken along whole, in all its pages, and everybody in it is told', async () => {
    const file = await coordinator.post('/people/export', { role: 'tutor', encoding: 'utf-8' });
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = file.html.replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('Name,Kana,Town,Roles');
    expect(lines).toHaveLength(56);
    expect(new Set(lines).size).toBe(56);
    const told = await house.db
      .selectFrom('audit.entries')
      .select(['subject_id', 'outcome'])
      .where('action', '=', 'people.directory.exported')
      .execute();
    expect(new Set(told.map(({ subject_id }) => subject_id)).size).toBe(55);
    // Who takes many along is noticed as who reads many is: the watch counts what was seen.
    expect(new Set(told.map(({ outcome }) => outcome))).toEqual(new Set(['seen']));
  });

  it('is no file for who may not see the list, nor in a writing that lacks its letters', async () => {
    const web = house.as(actorOf(ram, ['resident']));
    expect((await web.post('/people/export', { encoding: 'utf-8' })).status).toBe(403);
    const refused = await coordinator.post('/people/export', { q: 'nguyen', encoding: 'shift_jis' });
    expect(refused.status).toBe(422);
    expect(refused.refusals['encoding']).toContain('Shift_JIS');
    expect(refused.text).not.toContain('Nguyễn Văn Ân');
    expect(refused.html).toContain('href="/en/people?q=nguyen"');
  });

  it('is written down without the words that were searched for', async () => {
    await coordinator.get('/people?q=sharma');
    const entries = await house.db
      .selectFrom('audit.entries')
      .selectAll()
      .where('action', '=', 'people.directory.searched')
      .execute();
    expect(entries.at(-1)).toMatchObject({ actor_id: kobayashi.id, outcome: 'seen' });
    expect(JSON.stringify(entries.map(({ detail }) => detail))).not.toContain('sharma');
  });

  it.each(['resident', 'volunteer', 'treasurer'] as const)(
    'is not for a %s, and the try is written down',
    async (role) => {
      const { id } = await make(`Curious ${role}`);
      const web = house.as(actorOf({ id }, [role]));
      expect((await web.get('/people')).status).toBe(403);
      expect((await web.get(`/people/${ram.id}`)).status).toBe(403);
      const tries = await house.db
        .selectFrom('audit.entries')
        .select('outcome')
        .where('actor_id', '=', id)
        .execute();
      expect(tries).toEqual([{ outcome: 'refused' }, { outcome: 'refused' }]);
    },
  );

  it('asks staff for their second factor first', async () => {
    const weak = house.as(actorOf(kobayashi, ['coordinator'], 'weak'));
    expect((await weak.get('/people')).location).toContain('/second-factor');
  });
});

describe('a person’s page', () => {
  it('shows what they say of themselves, and they see who looked', async () => {
    const page = await coordinator.get(`/people/${ram.id}`);
    expect(page.text).toContain('ラム・シャルマ');
    expect(page.text).toContain('ram@example.org');
    expect(page.html).not.toContain('/roles"');
    expect(await entriesAbout(ram.id)).toContainEqual({
      action: 'people.profile.viewed',
      actor_id: kobayashi.id,
      outcome: 'seen',
    });
  });

  it.each(['00000000-0000-4000-8000-000000000000', 'not-an-id'])('answers 404 for %s', async (id) => {
    expect((await coordinator.get(`/people/${id}`)).status).toBe(404);
  });
});

describe('granting and ending roles', () => {
  it('is for administrators, with a reason, and is written down', async () => {
    const { id } = await make('Aoi');
    const fields = { role: 'coordinator', reason: 'board meeting' };
    expect((await coordinator.post(`/people/${id}/roles`, fields)).status).toBe(403);
    const asked = await administrator.post(`/people/${id}/roles`, fields);
    expect(asked.refusals['sure']).toContain('tick the box');
    expect(asked.text).toContain('A coordinator reads every request');
    expect(await listRoles(house.db, id)).toEqual([]);
    const sure = { ...fields, sure: 'yes' };
    expect((await administrator.post(`/people/${id}/roles`, sure)).location).toBe(`/people/${id}`);
    expect(await listRoles(house.db, id)).toEqual([]);
    expect((await administrator.post(`/people/${id}/roles`, sure)).text).toContain(
      'waits for a second person',
    );
    const tutor = { role: 'tutor', reason: 'board meeting' };
    expect((await administrator.post(`/people/${id}/roles`, tutor)).location).toBe(`/people/${id}`);
    expect((await findActor(house.db, id, house.clock()))?.roles).toEqual(new Set(['tutor']));
    const [held] = await listRoles(house.db, id);
    const ending = `/people/${id}/roles/${held?.id}/ending`;
    expect((await administrator.get(ending)).text).toContain('End the role Tutor of Aoi?');
    expect((await administrator.post(ending, { reason: '' })).refusals['reason']).toContain('Please say why');
    expect((await administrator.post(ending, { reason: 'moved away' })).status).toBe(303);
    expect((await findActor(house.db, id, house.clock()))?.roles.size).toBe(0);
    expect((await administrator.get(ending)).status).toBe(404);
    const granted = (await entriesAbout(id))
      .filter(({ outcome }) => outcome === 'done')
      .map(({ action }) => action);
    expect(granted).toEqual(['people.staff_act.proposed', 'people.role.granted', 'people.role.ended']);
  });

  it('refuses beside the field what is missing, and keeps the choice', async () => {
    const answer = await administrator.post(`/people/${ram.id}/roles`, { role: 'expert', reason: '' });
    expect(answer.refusals['reason']).toContain('Please say why');
    expect(answer.html).toMatch(/value="expert" selected/);
  });

  it('gives no role that comes from elsewhere', async () => {
    const answer = await administrator.post(`/people/${ram.id}/roles`, { role: 'volunteer', reason: 'x' });
    expect(answer.refusals['role']).toBe('Please choose a role.');
  });

  it('refuses to end the last administrator', async () => {
    const [held] = await listRoles(house.db, admin.id);
    const answer = await administrator.post(`/people/${admin.id}/roles/${held?.id}/ending`, {
      reason: 'rest',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This is the last administrator');
  });

  it('refuses a child, somebody unknown, and a role of somebody else', async () => {
    const child = await make('Ren', { isChild: true });
    const fields = { role: 'tutor', reason: 'x' };
    expect((await administrator.post(`/people/${child.id}/roles`, fields)).refusals['role']).toBe(
      'Children have no role of their own.',
    );
    expect(
      (await administrator.post('/people/00000000-0000-4000-8000-000000000000/roles', fields)).status,
    ).toBe(404);
    const other = await make('Other');
    await inTransaction(house.db, (tx) =>
      grantRole(tx, { personId: other.id, role: 'tutor' }, { by: PROGRAM, now: house.clock() }),
    );
    const [held] = await listRoles(house.db, other.id);
    const crossed = await administrator.post(`/people/${ram.id}/roles/${held?.id}/ending`, {
      reason: 'x',
    });
    expect(crossed.status).toBe(404);
    expect((await listRoles(house.db, other.id))[0]?.untilOn).toBeNull();
  });
});
