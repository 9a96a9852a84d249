import { afterEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { MODULES } from '../../../../test/support/joined.ts';
import { recordAudit } from '../../../platform/audit/record.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { peopleModule } from '../module.ts';
import { createPerson } from '../persons/commands.ts';

const house = await testHouse([peopleModule({ modules: MODULES })]);
const make = (name: string) =>
  inTransaction(house.db, (tx) =>
    createPerson(tx, {
      name,
      email: `${name.toLowerCase()}@example.org`,
      roles: ['resident'],
      now: house.clock(),
    }),
  );

const START = house.clock();
afterEach(() => house.clock.set(START));

const look = (
  action: string,
  subjectId: string,
  more: { by?: string; outcome?: 'seen' | 'done' | 'refused' } = {},
) =>
  inTransaction(house.db, (tx) => {
    const entry = { action, outcome: more.outcome ?? ('seen' as const), subjectIds: [subjectId] };
    return recordAudit(
      tx,
      { personId: more.by ?? null, role: more.by ? 'resident' : 'coordinator' },
      entry,
      house.clock(),
    );
  });

describe('who has looked at my record', () => {
  it.each(LOCALES)('says so when nobody has, in %s', async (locale) => {
    const person = await make(`Nobody-${locale}`);
    const page = await house.as(actorOf(person), locale).get('/me/record');
    expect(page.html).toContain('class="empty-state"');
  });

  it('tells when, in which role and what, in words for acts with a sentence and without', async () => {
    const person = await make('Mina');
    await look('people.profile.viewed', person.id);
    await look('spot.request.viewed', person.id);
    await look('spot.request.cancelled', person.id, { by: person.id, outcome: 'done' });
    await look('brand.new.act', person.id, { by: person.id, outcome: 'refused' });
    const { text } = await house.as(actorOf(person)).get('/me/record');
    expect(text).toContain('Tue, Nov 24, 2026');
    expect(text).toContain('Coordinator');
    expect(text).toContain('Looked at your profile');
    expect(text).toContain('Looked at something in requests for help');
    expect(text).toContain('You What Did something in requests for help');
    expect(text).toContain('Tried to see or change something in other records and was refused');
  });

  it('goes on over pages until every entry has been seen once', async () => {
    const person = await make('Lan');
    for (let times = 0; times < 65; times++) {
      await look('people.profile.viewed', person.id);
      house.clock.advance({ minutes: 31 });
    }
    const web = house.as(actorOf(person));
    let path: string | undefined = '/me/record';
    let lines = 0;
    for (let pages = 0; path && pages < 5; pages++) {
      const page = await web.get(path);
      lines += page.text.split('Looked at your profile').length - 1;
      path = /href="\/en(\/me\/record\?after=\d+)"/.exec(page.html)?.[1];
    }
    expect(lines).toBe(65);
  });

  it('tells in one line, with how often and from when, what was done again and again', async () => {
    const person = await make('Often');
    house.clock.set(Temporal.Instant.from('2026-11-27T10:00:00+09:00'));
    await look('people.profile.viewed', person.id);
    house.clock.advance({ hours: 2 });
    for (let times = 0; times < 12; times++) {
      await look('people.profile.viewed', person.id);
      house.clock.advance({ minutes: 1 });
    }
    const { text } = await house.as(actorOf(person)).get('/me/record');
    expect(text.match(/Looked at your profile/g)).toHaveLength(2);
    expect(text).toMatch(
      /Nov 27, 2026, 12:00.*12:11.*Looked at your profile \(12 times\).*Nov 27, 2026, 10:00/,
    );
  });

  it('says of a role that somebody began in by themselves that they did', async () => {
    const person = await make('Self');
    await look('people.role.granted', person.id, { by: person.id, outcome: 'done' });
    const { text } = await house.as(actorOf(person)).get('/me/record');
    expect(text).toContain('You What Began in a new role');
    expect(text).not.toContain('Gave you a role');
  });

  it('shows nothing of anybody else’s record', async () => {
    const [mine, other] = [await make('Mine'), await make('Theirs')];
    await look('people.profile.viewed', other.id);
    expect((await house.as(actorOf(mine)).get('/me/record')).html).toContain('class="empty-state"');
  });

  it('leads from an address that was changed by hand to the beginning', async () => {
    const person = await make('Words');
    await look('people.profile.viewed', person.id);
    const answer = await house.as(actorOf(person)).get('/me/record?after=first');
    expect(answer.text).toContain('Looked at your profile');
  });
});

describe('what is withheld from whom it is about', () => {
  const WITHHELD = [
    'trust.concern.viewed',
    'trust.concerns.viewed',
    'trust.restriction.set',
    'not.decided.upon',
  ];

  it('leaves page, number of pages and file as they were', async () => {
    const person = await make('Quiet');
    for (let times = 0; times < 30; times++) await look('people.profile.viewed', person.id);
    const web = house.as(actorOf(person));
    const record = await web.get('/me/record');
    const file = await web.get('/me/export');
    for (const action of WITHHELD) await look(action, person.id);
    expect((await web.get('/me/record')).html).toBe(record.html);
    expect((await web.get('/me/export')).html).toBe(file.html);
  });
});

describe('my data as a file', () => {
  it('holds all that is known of me, and only of me', async () => {
    const [mine, other] = [await make('Aya'), await make('Secret')];
    await look('people.profile.viewed', mine.id, { by: other.id });
    const answer = await house.as(actorOf(mine)).get('/me/export');
    expect(answer.headers.get('content-type')).toContain('application/zip');
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const data = JSON.parse(/\{\n {2}"made_at"[\s\S]*?\n\}\n/.exec(answer.html)?.[0] ?? '{}');
    const rowsOf = (table: string) =>
      data.own
        .filter((own: { table: string }) => own.table === table)
        .flatMap(({ rows }: { rows: unknown[] }) => rows);
    expect(rowsOf('people.persons')).toMatchObject([{ name: 'Aya', email: 'aya@example.org' }]);
    expect(rowsOf('people.roles')).toMatchObject([{ role: 'resident', since_on: '2026-11-24' }]);
    expect(data.record).toMatchObject([{ by_role: 'resident', action: 'people.profile.viewed' }]);
    expect(answer.html).not.toContain(other.id);
  });
});
