import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { asha, childrenHouse } from '../../../../../test/support/children.ts';
import { listChildrenOf } from '../store/children.ts';

const house = await childrenHouse();
const { courseId, db, enrol, haru, kobayashi, lin, onlyChild, ram, sita } = house;

beforeEach(() => house.emptied());

describe('enrolling', () => {
  test('leads to the child’s page, which says the school year and what is still missing', async () => {
    const answer = await enrol();
    expect(answer.status).toBe(303);
    expect(answer.location).toBe(`/children/${await onlyChild()}`);
    const { text } = await sita.visitor.get(answer.location ?? '');
    expect(text).toContain('Enters primary school in April 2027');
    expect(text).toContain('Health: is there anything to know, or nothing?');
    expect(text).not.toContain('Who fetches your child');
  });

  test('speaks of no class and no code words as long as the answer is awaited', async () => {
    await enrol();
    const { text } = await sita.visitor.get(`/children/${await onlyChild()}`);
    expect(text).toContain('A coordinator has not answered yet.');
    expect(text).not.toContain('Code words');
  });

  test('a brother has his own form, with what is the same for both filled in, but no name and no birthday', async () => {
    await enrol();
    const { html } = await sita.visitor.get(`/classes/${courseId}/enrolment`);
    expect(html).toMatch(/value="ne"[^>]*checked/);
    expect(html).toContain('090-1111-2222');
    expect(html).not.toContain('value="Asha"');
    expect(html).not.toContain('value="2020"');
    await enrol({ ...asha, name: 'Bikash', birthYear: '2018' });
    const { text } = await sita.visitor.get('/children');
    expect(text).toMatch(/Asha.*Bikash/);
    expect(text).toContain('Year 2 of primary school');
  });

  test('what lacks or does not fit is said beside its field, and nothing typed is lost', async () => {
    const answer = await enrol({ ...asha, name: '', languages: [], phone: 'call me', isAgreed: '' });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.refusals).sort()).toEqual(['isAgreed', 'languages', 'name', 'phone']);
    expect(answer.html).toContain('Likes trains');
    const tooOld = await enrol({ ...asha, birthYear: '2012' });
    expect(tooOld.refusals).toEqual({ birthYear: 'This course is for children from 5 to 9 years old.' });
    const noApril = await enrol({ ...asha, isFirstOfApril: 'on' });
    expect(Object.keys(noApril.refusals)).toEqual(['isFirstOfApril']);
    expect(await listChildrenOf(db, sita.id)).toEqual([]);
  });

  test('is one child, however often and in however many tabs it is sent', async () => {
    const sent = await Promise.all(Array.from({ length: 5 }, () => enrol()));
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422, 422]);
    expect(Object.keys((await enrol({ ...asha, name: ' ASHA ' })).refusals)).toEqual(['name']);
    expect(await listChildrenOf(db, sita.id)).toHaveLength(1);
  });

  test('nobody but a guardian and coordinators comes to the page', async () => {
    await enrol();
    const id = await onlyChild();
    for (const who of [ram, lin, haru]) {
      expect((await who.visitor.get(`/children/${id}`)).status).toBe(404);
      expect((await who.visitor.get(`/desk/children/${id}`)).status).toBe(403);
      expect((await who.visitor.get('/children')).text).not.toContain('Asha');
    }
    expect((await kobayashi.visitor.get(`/children/${id}`)).status).toBe(404);
    expect((await kobayashi.visitor.get(`/desk/children/${id}`)).status).toBe(200);
  });

  test('a child of another family is not enrolled by its number', async () => {
    await enrol();
    const childId = await onlyChild();
    expect((await lin.visitor.post(`/classes/${courseId}/enrolments`, { childId })).status).toBe(404);
  });
});

describe('what lies in the database', () => {
  test('is no name, no school, no telephone, no illness and no reason, read raw', async () => {
    await enrol({ ...asha, notTold: 'Ram Gurung from Ota' });
    const id = await onlyChild();
    await sita.visitor.post(`/children/${id}/health`, {
      ...{ kind: 'allergy', foods: ['egg'], what: 'Swollen lips', whatToDo: 'Epipen', isAgreed: 'on' },
    });
    await sita.visitor.post(`/children/${id}/fetchers`, {
      ...{ name: 'Hana Sato', relation: 'friend', phone: '', howLong: 'always', onDay: '' },
    });
    await kobayashi.visitor.post(`/desk/children/${id}/bars`, {
      ...{
        barred: 'Ram Gurung',
        looks: 'tall',
        reason: 'Protection order',
        source: 'Court paper',
        call: 'Kobayashi 03-1',
      },
    });
    const said = [
      ...['Asha', 'Midori', 'Likes trains', '090-1111-2222', 'Ram Gurung', 'Swollen', 'Epipen', 'Hana Sato'],
      ...['Protection order', 'Court paper', 'egg'],
    ];
    const tables = ['children', 'guardianships', 'fetchers', 'bars', 'care_notes', 'enrolments'];
    const held = [];
    for (const table of tables)
      held.push(...(await sql`select t::text as row from classes.${sql.raw(table)} t`.execute(db)).rows);
    const events = (await sql`select e::text as row from platform.events e`.execute(db)).rows;
    const raw = JSON.stringify([...held, ...events]);
    expect(held).toHaveLength(6);
    for (const word of said) expect(raw).not.toContain(word);
    // The same words open where they are read by right.
    const { text } = await kobayashi.visitor.get(`/desk/children/${id}`);
    for (const word of ['Asha', 'Swollen lips', 'Hana Sato', 'Protection order', 'Ram Gurung from Ota'])
      expect(text).toContain(word);
  });
});
