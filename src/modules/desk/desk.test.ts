import { sql } from 'kysely';
import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { question } from '../../platform/database/questions.ts';
import { askingDesk, type DeskItem, type DeskPart, type OnDesk } from '../../platform/parts/desk-part.ts';
import { deskModule } from './index.ts';
import { newlySeen } from './seen.ts';

const KEEPER = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const at = (minutes: number) => Temporal.Instant.from('2026-11-24T09:00:00+09:00').add({ minutes });

/** A module with as many items as the database counts. */
function made(
  name: string,
  items: readonly Partial<DeskItem>[],
  more: Partial<DeskPart & OnDesk> = {},
): DeskPart {
  const all = items.map((item, index) => ({
    ...{ id: `${name}-${index}`, kind: 'odd', act: 'look', urgency: 1, breaksAt: at(60), whose: null },
    ...{ href: `/${name}`, what: () => `${name} ${index}`, ...item },
  })) as DeskItem[];
  const count = question<{ n: number }, number>(
    sql`select ${sql.lit(all.length)}::int as n`,
    ([row]) => row?.n ?? 0,
  );
  return {
    name,
    ask: async () =>
      askingDesk({ count }, ({ count: most }) => ({
        items: all.slice(0, most),
        sections: [{ id: `${name}-more`, view: h('p', null, `all ${name}`) as VNode }],
        isCut: more.isCut ?? false,
      })),
    sayKind: (kind) => `${kind} ${name}`,
    cells: ({ act, what }: { act: string; what: string }) => ({ act: `${act} at ${name}`, title: what }),
    ...more,
  };
}

const opened: string[] = [];
const telling = (id: string) => ({
  subjectIds: [id],
  what: () => {
    opened.push(id);
    return 'words';
  },
});

const pairs = made('pairs', [
  { breaksAt: at(30), kind: 'even' },
  { urgency: 2 },
  { kind: 'even', breaksAt: at(2000) },
]);
const classes = made(
  'classes',
  [
    { whose: { id: KEEPER, name: 'Kim' }, breaksAt: at(61), ...telling(KEEPER) },
    { urgency: 0, breaksAt: at(-180) },
    { whose: { id: OTHER, name: 'Oda' }, isWorry: true, urgency: 0, breaksAt: at(-1500) },
  ],
  {
    ways: [
      {
        ...{ href: '/desk/classes', label: () => 'Find a class' },
        search: { field: 'q', label: () => 'Teacher', go: () => 'Search' },
      },
    ],
  },
);
const house = await testHouse([deskModule([{ desk: pairs }, {}, { desk: classes }])]);
const coordinator = house.as(actorOf({ id: KEEPER }, ['coordinator']));
const idsOf = (html: string) =>
  [...html.matchAll(/<li[^>]* class="work-row" id="([^"]+)"/g)].map(([, id]) => id);

test('what waits in several modules stands in one queue, what breaks first on top', async () => {
  const { html } = await coordinator.get('/desk');
  expect(idsOf(html)).toEqual(['classes-2', 'classes-1', 'pairs-0', 'classes-0', 'pairs-2', 'pairs-1']);
  const folded = /<details[^>]*id="waiting".*?<\/details>/s.exec(html)?.[0] ?? '';
  expect(idsOf(folded)).toEqual(['pairs-1']);
});

test('a row says in words how urgent it is and for how long, in whose care it is, and its act', async () => {
  const rows = (await coordinator.get('/desk')).html.split('<li class="work-row"');
  const textOf = (id: string) =>
    rows
      .find((row) => row.includes(`id="${id}"`))
      ?.replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ') ?? '';
  expect(textOf('classes-2')).toMatch(/classes 2 Now for 1 day Oda look at classes/);
  expect(textOf('classes-1')).toContain('Now for 3 hours');
  expect(textOf('classes-0')).toMatch(/Tue, Nov 24, 10:01 in 1 hour you look at classes/);
  expect(textOf('pairs-2')).toContain('in 1 day');
  expect(
    ['classes-2', 'classes-0', 'pairs-2'].map(
      (id) => /data-tone="(\w+)"/.exec(rows.find((row) => row.includes(`id="${id}"`)) ?? '')?.[1],
    ),
  ).toEqual(['danger', 'soon', undefined]);
});

test('tabs count what waits for us and lead to a part of it; one row needs none', async () => {
  const { html } = await coordinator.get('/desk');
  const tabs = /<nav class="tabs".*?<\/nav>/s.exec(html)?.[0] ?? '';
  expect(
    [...tabs.matchAll(/href="([^"]+)"[^>]*>([^<]+)<b>(\d+)/g)].map(([, ...tab]) =>
      tab.map((part) => part?.trim()),
    ),
  ).toEqual([
    ['/en/desk?show=mine', 'Mine', '1'],
    ['/en/desk?show=classes.odd', 'odd classes', '3'],
    ['/en/desk?show=pairs.even', 'even pairs', '2'],
  ]);
  expect(tabs).toMatch(/<a aria-current="true">All <b>5<\/b>/);
  expect(idsOf((await coordinator.get('/desk?show=pairs.even')).html)).toEqual(['pairs-0', 'pairs-2']);
  expect(idsOf((await coordinator.get('/desk?show=what')).html)).toHaveLength(6);
});

test('an empty tab says nothing of the others: all is taken care of where nothing waits for us at all', async () => {
  const empty = await coordinator.get('/desk?show=pairs.gone');
  expect(empty.text).toContain('Nothing here needs one of us now');
  const said = async (more: Partial<OnDesk>) => {
    const part = made('quiet', [{ urgency: 2 }], more);
    const quiet = await testHouse([deskModule([{ desk: part }])]);
    return (await quiet.as(actorOf({ id: KEEPER }, ['coordinator'])).get('/desk?show=mine')).text;
  };
  expect(await said({})).toContain('Everything is taken care of');
  const cut = await said({ isCut: true });
  expect(cut).toContain('More waits than is looked through here.');
  expect(cut).not.toMatch(/Everything is taken care of|the first 0/);
});

test('only what I look after is mine', async () => {
  const { html } = await coordinator.get('/desk?show=mine');
  expect(idsOf(html)).toEqual(['classes-0']);
  expect(
    idsOf((await house.as(actorOf({ id: OTHER }, ['coordinator'])).get('/desk?show=mine')).html),
  ).toEqual(['classes-2']);
});

test('each module’s sections and ways stand beside the queue', async () => {
  const { html } = await coordinator.get('/desk');
  const aside = html.split('columns-aside')[1] ?? '';
  expect(aside).toMatch(
    /<section[^>]*id="pairs-more"[^>]*><p>all pairs<\/p>.*id="classes-more".*Find a class/s,
  );
  expect(aside).toMatch(
    /<form[^>]*method="get" action="\/en\/desk\/classes"[^>]*>.*Teacher.*<input[^>]*type="search" name="q"/s,
  );
});

test('what is not for the reader is not asked', async () => {
  const forAdministrators = made('settings', [{}], {});
  const part: DeskPart = {
    ...forAdministrators,
    ask: async (db, reader) => (reader.roles.has('administrator') ? forAdministrators.ask(db, reader) : null),
  };
  const both = await testHouse([deskModule([{ desk: pairs }, { desk: part }])]);
  const seenBy = async (...roles: ('coordinator' | 'administrator')[]) =>
    (await both.as(actorOf({ id: KEEPER }, roles)).get('/desk')).html.includes('id="settings-0"');
  expect([await seenBy('coordinator'), await seenBy('coordinator', 'administrator')]).toEqual([false, true]);
});

test('what a row says is opened only where the row is shown', async () => {
  opened.length = 0;
  await coordinator.get('/desk?show=pairs.even');
  expect(opened).toEqual([]);
  await coordinator.get('/desk?show=mine');
  expect(opened).toEqual([KEEPER]);
});

test('every look is on record, and whoever stands there is named once a day for each reader', async () => {
  const fresh = await testHouse([deskModule([{ desk: classes }])]);
  const named = async () => {
    const rows = await fresh.db
      .selectFrom('audit.entries')
      .select(['actor_id', 'subject_id', 'object_id', 'outcome'])
      .where('action', '=', 'desk.queue.viewed')
      .orderBy('id')
      .execute();
    return rows.map((row) => [
      row.actor_id === KEEPER ? 'keeper' : 'other',
      row.subject_id,
      row.object_id,
      row.outcome,
    ]);
  };
  const web = fresh.as(actorOf({ id: KEEPER }, ['coordinator']));
  await web.get('/desk?show=classes.gone');
  await web.get('/desk');
  await web.get('/desk');
  await fresh.as(actorOf({ id: OTHER }, ['coordinator'])).get('/desk');
  fresh.clock.advance({ hours: 24 });
  await web.get('/desk');
  const look = (who: string, day: string) => [who, null, day, 'seen'];
  const name = (who: string, day: string) => [who, KEEPER, day, 'seen'];
  expect(await named()).toEqual([
    look('keeper', '2026-11-24'),
    ...[look('keeper', '2026-11-24'), name('keeper', '2026-11-24')],
    look('keeper', '2026-11-24'),
    ...[look('other', '2026-11-24'), name('other', '2026-11-24')],
    ...[look('keeper', '2026-11-25'), name('keeper', '2026-11-25')],
  ]);
});

test('somebody is named again for another row in which they stand', () => {
  const db = house.db;
  const looking = { readerId: 'reader', day: '2026-11-24' };
  const seen = (...ids: string[]) =>
    newlySeen(
      db,
      looking,
      ids.map((id) => ({ id, subjectIds: ['somebody'] })),
    );
  seen('one').wereWritten();
  expect([seen('one').subjectIds, seen('one', 'two').subjectIds]).toEqual([[], ['somebody']]);
  // Nothing was written for the second: it is still to be named.
  expect(seen('two').subjectIds).toEqual(['somebody']);
});

test('what is more than the desk shows is said, also of what waits for others', async () => {
  const many = (urgency: 1 | 2) => Array.from({ length: 51 }, () => ({ urgency }));
  const shown = async (items: readonly Partial<DeskItem>[]) => {
    const busy = await testHouse([deskModule([{ desk: made('busy', items) }])]);
    const { html } = await busy.as(actorOf({ id: KEEPER }, ['coordinator'])).get('/desk');
    return [idsOf(html).length, html.split('These are the first 50').length - 1];
  };
  expect(await shown(many(2))).toEqual([50, 1]);
  expect(await shown([...many(1), ...many(2)])).toEqual([100, 2]);
  expect(await shown(many(2).slice(1))).toEqual([50, 0]);
});
