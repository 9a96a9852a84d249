import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { actorOf, type Fields, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { erase } from '../../../platform/rights/erase.ts';
import { forget } from '../../../platform/rights/forget.ts';
import { createPerson } from '../../people/index.ts';
import { openCourse, planCourse } from '../courses/commands.ts';
import { enrolChild as letIn } from '../enrolments/commands.ts';
import { classesModule } from '../module.ts';
import { personalData } from '../personal-data.ts';
import { planSession } from '../sessions/commands.ts';
import { childrenDataOf } from './data-of.ts';
import { childrenMorning } from './elsewhere/jobs.ts';
import { childrenNews } from './elsewhere/news.ts';
import { listMayFetch } from './rules/fetching.ts';
import { handOverChildrenOf, listChildrenOf } from './store/children.ts';
import { findWholeChild } from './store/whole.ts';

const START = '2026-12-01T10:00:00+09:00';
const house = await testHouse([classesModule], START);
const { db, clock } = house;

async function person(name: string, roles: readonly Role[] = ['resident']) {
  const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', now: clock(), roles } as const;
  const made = await inTransaction(db, (tx) => createPerson(tx, of));
  return { ...made, visitor: house.as(actorOf(made, roles), 'en') };
}
const sita = await person('Sita');
const ram = await person('Ram');
const lin = await person('Lin');
const haru = await person('Haru', ['volunteer']);
const kobayashi = await person('Kobayashi', ['coordinator']);

const day = (iso: string) => Temporal.PlainDate.from(iso);
const sure = <T>(done: { ok: true; value: T } | { ok: false; refusal: { code: string } }): T => {
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
};

async function makeCourse() {
  const words = { title: 'はなまる', aims: 'ことば', area: '墨田区' };
  const course = {
    ...{ beginsOn: day('2026-11-01'), endsOn: day('2027-03-20'), room: 8, fromAge: 5, toAge: 9 },
    ...{ address: 'Secret Street 1', texts: { ja: words, en: { ...words, title: 'Hanamaru' } } },
  };
  return inTransaction(db, async (tx) => {
    const id = sure(await planCourse(tx, course, { personId: kobayashi.id, now: clock() }));
    sure(await openCourse(tx, { courseId: id, as: 'coordinator', now: clock() }));
    return id;
  });
}
const courseId = await makeCourse();
const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const sessionId = await inTransaction(db, async (tx) =>
  sure(
    await planSession(
      tx,
      { courseId, startsAt, endsAt: startsAt.add({ hours: 2 }), room: 8, plan: [] },
      clock(),
    ),
  ),
);
await db.updateTable('classes.sessions').set({ state: 'open' }).where('id', '=', sessionId).execute();
// Two vetted adults say yes: four seats.
for (const personId of [haru.id, kobayashi.id])
  await db
    .insertInto('classes.commitments')
    .values({
      ...{ session_id: sessionId, person_id: personId, role: 'tutor', is_vetted: true },
      ...{ answer_by: clock(), asked_at: clock(), ends_at: startsAt.add({ hours: 2 }) },
    })
    .execute();
await db.updateTable('classes.commitments').set({ state: 'yes', answered_at: clock() }).execute();

const asha: Fields = {
  ...{ name: 'Asha', birthYear: '2020', birthMonth: '5', languages: ['ne', 'ja'], reading: 'not_yet' },
  ...{ school: 'Midori school', note: 'Likes trains', relation: 'mother', phone: '090-1111-2222' },
  ...{ mayFetch: 'on', decides: 'me', notTold: '', photos: 'inside', isAgreed: 'on' },
};
const enrol = (fields: Fields = asha, who = sita) =>
  who.visitor.post(`/classes/${courseId}/enrolment`, fields);
const onlyChild = async () => (await listChildrenOf(db, sita.id))[0]?.id ?? expect.fail();

/** Asha is in the course, with a seat on Saturday. */
async function seated(): Promise<{ id: string; seatId: string }> {
  await enrol();
  const id = await onlyChild();
  const enrolment = await db.selectFrom('classes.enrolments').select('id').executeTakeFirstOrThrow();
  const on = {
    enrolmentId: enrolment.id,
    as: 'coordinator',
    byPersonId: kobayashi.id,
    now: clock(),
  } as const;
  await inTransaction(db, async (tx) => sure(await letIn(tx, on)));
  await db
    .updateTable('classes.seats')
    .set({ state: 'taken', offered_until: null, seated_at: clock() })
    .where('state', '<>', 'taken')
    .execute();
  const seat = await db.selectFrom('classes.seats').select('id').executeTakeFirstOrThrow();
  return { id, seatId: seat.id };
}

/** Events of earlier tests stay: nobody may delete them. */
let lastEvent = 0;
async function last(): Promise<number> {
  const { rows } = await sql<{
    at: string;
  }>`select coalesce(max(sequence), 0) as at from platform.events`.execute(db);
  return Number(rows[0]?.at ?? 0);
}

beforeEach(async () => {
  clock.set(Temporal.Instant.from(START));
  await db.deleteFrom('classes.children').execute();
  lastEvent = await last();
});

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
    expect(tooOld.refusals).toEqual({ birthYear: 'This course is for children of 5 to 9.' });
    const noApril = await enrol({ ...asha, isFirstOfApril: 'on' });
    expect(Object.keys(noApril.refusals)).toEqual(['isFirstOfApril']);
    expect(await listChildrenOf(db, sita.id)).toEqual([]);
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

describe('health', () => {
  const note = { kind: 'allergy', foods: ['egg'], what: 'Red skin', whatToDo: 'Call me', isAgreed: 'on' };

  test('is read by who comes to the class, before it, and noted as read', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, note);
    const path = `/classes/sessions/${sessionId}/health`;
    expect((await lin.visitor.get(path)).status).toBe(404);
    const first = await haru.visitor.get(path);
    expect(first.text).toMatch(/Asha.*Egg.*Red skin.*Call me/);
    expect(first.text).toContain('I have read it');
    await haru.visitor.post(path);
    expect((await haru.visitor.get(path)).text).toContain('You have read it all.');
    // What is said anew has to be read again.
    await sita.visitor.post(`/children/${id}/health`, { ...note, foods: ['milk'] });
    expect((await haru.visitor.get(path)).text).toContain('I have read it');
    clock.set(startsAt.add({ hours: 3 }));
    expect((await haru.visitor.get(path)).status).toBe(404);
  });

  test('is said only with consent, is taken back at once, and “nothing” is an answer', async () => {
    await enrol();
    const id = await onlyChild();
    const refused = await sita.visitor.post(`/children/${id}/health`, { ...note, isAgreed: '' });
    expect(Object.keys(refused.refusals)).toEqual(['isAgreed']);
    await sita.visitor.post(`/children/${id}/health`, note);
    const { id: noteId } = await db.selectFrom('classes.care_notes').select('id').executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/health/withdrawal`, { noteId });
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toEqual([]);
    await sita.visitor.post(`/children/${id}/health/nothing`);
    expect((await sita.visitor.get(`/children/${id}`)).text).toContain('There is nothing to know');
  });

  test('a consent that has ended is asked for anew, and its words are gone a month later', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, note);
    clock.set(Temporal.Instant.from('2027-04-02T10:00:00+09:00'));
    const { text } = await sita.visitor.get(`/children/${id}`);
    expect(text).toContain('The consent has ended');
    expect(text).not.toContain('Red skin');
    await forget(db, [personalData], Temporal.Instant.from('2027-04-29T10:00:00+09:00'));
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toHaveLength(1);
    await forget(db, [personalData], Temporal.Instant.from('2027-05-02T10:00:00+09:00'));
    expect(await db.selectFrom('classes.care_notes').select('id').execute()).toEqual([]);
  });
});

describe('a child who cannot come', () => {
  const state = async () =>
    (await db.selectFrom('classes.seats').select('state').executeTakeFirstOrThrow()).state;

  test('is said on the child’s page in two taps, and taken back', async () => {
    const { id, seatId } = await seated();
    expect((await sita.visitor.get(`/children/${id}`)).text).toContain('The seat goes to a child who waits');
    const answer = await sita.visitor.post(`/children/${id}/absences`, { seatId });
    expect(answer.flash).toBe('Thank you for telling us.');
    expect(await state()).toBe('given_up');
    await sita.visitor.post(`/children/${id}/returns`, { seatId });
    expect(await state()).not.toBe('given_up');
  });

  test('is said from the mail without signing in, on a page that names nobody and no place', async () => {
    const { seatId } = await seated();
    const { text, html } = await house.as().get(`/absences/${seatId}`);
    expect(text).toContain('Cannot come on Sat, Dec 5, 2026');
    expect(html).not.toMatch(/Asha|Sita|Secret Street|Hanamaru/);
    const answer = await house.as().post(`/absences/${seatId}`);
    expect(answer.status).toBe(303);
    expect(await state()).toBe('given_up');
    expect((await house.as().get(answer.location ?? '')).text).toContain('We know: your child does not come');
    expect((await house.as().get(`/absences/${crypto.randomUUID()}`)).status).toBe(404);
  });

  test('once the class has begun, the link changes nothing', async () => {
    const { seatId } = await seated();
    clock.set(startsAt.add({ minutes: 1 }));
    await house.as().post(`/absences/${seatId}`);
    expect(await state()).toBe('taken');
    expect((await house.as().get(`/absences/${seatId}`)).text).toContain('This class is over, or has begun.');
  });

  test('the seat of another child is not given up by its number', async () => {
    const { id, seatId } = await seated();
    await enrol({ ...asha, name: 'Mei' }, lin);
    const mei = (await listChildrenOf(db, lin.id))[0]?.id ?? expect.fail();
    expect((await lin.visitor.post(`/children/${mei}/absences`, { seatId })).status).toBe(404);
    expect((await lin.visitor.post(`/children/${id}/absences`, { seatId })).status).toBe(404);
    expect(await state()).toBe('taken');
  });
});

describe('the week before', () => {
  const run = () => childrenMorning.run({}, { db, clock, log: undefined as never });
  const news = async () =>
    (
      await sql<{
        type: string;
      }>`select type from platform.events where sequence > ${lastEvent} order by sequence`.execute(db)
    ).rows
      .map(({ type }) => type)
      .filter((type) => /incomplete|near/.test(type));

  test('the family is told once what is missing, and nothing once it is said', async () => {
    const { id } = await seated();
    await run();
    await run();
    expect(await news()).toEqual(['classes.child.incomplete']);
    const kind = childrenNews.find((one) => one.kind === 'child_incomplete') ?? expect.fail();
    const ask = { db, personId: sita.id, roles: new Set<Role>(['guardian']), objectId: id, now: clock() };
    expect(await kind.mayKnow(ask)).toBe(true);
    expect(await kind.mayKnow({ ...ask, personId: lin.id })).toBe(false);
    expect(await kind.isStillSo?.(ask)).toBe(true);
    await sita.visitor.post(`/children/${id}/health/nothing`);
    expect(await kind.isStillSo?.(ask)).toBe(false);
  });

  test('two days before, they get the way to say that they cannot come', async () => {
    await seated();
    clock.set(startsAt.subtract({ hours: 47 }));
    await run();
    expect(await news()).toContain('classes.class.near');
  });
});

describe('what is kept ends', () => {
  const children = () => db.selectFrom('classes.children').select(['id', 'answered_by', 'left_at']).execute();

  test('a year after the child has left, and health fourteen days after', async () => {
    const { id } = await seated();
    await sita.visitor.post(`/children/${id}/health`, {
      kind: 'health',
      what: 'Asthma',
      whatToDo: '',
      isAgreed: 'on',
    });
    const enrolment = await db.selectFrom('classes.enrolments').select('id').executeTakeFirstOrThrow();
    await sita.visitor.post(`/children/${id}/leaving`, { enrolmentId: enrolment.id });
    await childrenMorning.run({}, { db, clock, log: undefined as never });
    expect(await children()).toMatchObject([{ left_at: clock() }]);
    const at = async (iso: string) => {
      await forget(db, [personalData], Temporal.Instant.from(iso));
      const notes = await db.selectFrom('classes.care_notes').select('id').execute();
      return { notes: notes.length, children: (await children()).length };
    };
    expect(await at('2026-12-14T10:00:00+09:00')).toEqual({ notes: 1, children: 1 });
    expect(await at('2026-12-16T10:00:00+09:00')).toEqual({ notes: 0, children: 1 });
    expect(await at('2027-11-30T10:00:00+09:00')).toEqual({ notes: 0, children: 1 });
    expect(await at('2027-12-02T10:00:00+09:00')).toEqual({ notes: 0, children: 0 });
    expect(await db.selectFrom('classes.guardianships').select('id').execute()).toEqual([]);
  });

  test('with the guardian who leaves, unless another answers for the child', async () => {
    await enrol();
    const id = await onlyChild();
    const second = { email: 'ram@example.org', guardian: 'Ram', relation: 'father', phone: '' };
    await kobayashi.visitor.post(`/desk/children/${id}/guardians`, second);
    const leave = (personId: string) =>
      inTransaction(db, async (tx) => {
        await handOverChildrenOf(tx, personId);
        await erase(tx, [personalData], { personId, askedAt: clock(), now: clock() });
      });
    await leave(sita.id);
    expect(await children()).toMatchObject([{ id, answered_by: ram.id }]);
    expect((await ram.visitor.get(`/children/${id}`)).status).toBe(200);
    await leave(ram.id);
    expect(await children()).toEqual([]);
  });
});
