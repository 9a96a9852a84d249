import { sql } from 'kysely';
import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { question } from '../../platform/database/questions.ts';
import { askingDesk, type DeskItem, type DeskPart } from '../../platform/parts/desk-part.ts';
import { deskModule } from './index.ts';

const KEEPER = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const at = (minutes: number) => Temporal.Instant.from('2026-11-24T09:00:00+09:00').add({ minutes });

/** A module with as many items as the database counts. */
function made(name: string, items: readonly Partial<DeskItem>[], more: Partial<DeskPart> = {}): DeskPart {
  const all = items.map((item, index) => ({
    ...{ id: `${name}-${index}`, act: 'look', urgency: 1, breaksAt: at(60), href: `/${name}`, whose: null },
    ...{ what: `${name} ${index}`, ...item },
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
        sections: [
          { id: `${name}-more`, label: () => `More of ${name}`, view: h('p', null, `all ${name}`) as VNode },
        ],
      })),
    sayAct: (act) => `${act} at ${name}`,
    cells: ({ act, what }: { act: string; what: string }) => ({ act: `${act} at ${name}`, what }),
    ...more,
  };
}

const pairs = made('pairs', [{ breaksAt: at(30) }, { urgency: 2 }]);
const classes = made(
  'classes',
  [{ whose: KEEPER }, { urgency: 0 }, { whose: OTHER, isWorry: true, urgency: 0 }],
  {
    ways: [{ href: '/desk/classes', label: () => 'Find a class' }],
  },
);
const house = await testHouse([deskModule([{ desk: pairs }, {}, { desk: classes }])]);
const coordinator = house.as(actorOf({ id: KEEPER }, ['coordinator']));

test('what waits in several modules stands in one queue, what breaks first on top', async () => {
  const { text, html } = await coordinator.get('/desk');
  const rows = [...html.matchAll(/<tr[^>]* id="([^"]+)"/g)].map(([, id]) => id);
  expect(rows).toEqual(['classes-2', 'classes-1', 'pairs-0', 'classes-0', 'pairs-1']);
  expect(text).toContain('4 matters need one of us.');
  expect(text).toMatch(/look at classes: 3.*look at pairs: 1.*1 waits for others/);
  expect(html).toMatch(/href="#classes-2"/);
  const folded = /<details[^>]*id="waiting".*?<\/details>/s.exec(html)?.[0] ?? '';
  expect(folded.match(/<tr[^>]* id="/g)).toHaveLength(1);
});

test('each module’s sections and ways stand beside the queue', async () => {
  const { text, html } = await coordinator.get('/desk');
  expect(text).toMatch(/More of pairs More of classes Only those I look after Find a class/);
  expect(html).toMatch(/<section[^>]*id="pairs-more"[^>]*><p>all pairs<\/p>.*id="classes-more"/);
});

test('only what I look after is mine', async () => {
  const { html, text } = await coordinator.get('/desk?mine=on');
  expect([...html.matchAll(/<tr[^>]* id="([^"]+)"/g)].map(([, id]) => id)).toEqual(['classes-0']);
  expect(text).toContain('looked after by you');
  expect(text).toContain('Everybody’s');
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

test('that the desk was looked at is on record, without a person: it shows none', async () => {
  await coordinator.get('/desk');
  const entries = await house.db
    .selectFrom('audit.entries')
    .select(['subject_id', 'object_kind', 'object_id'])
    .where('action', '=', 'desk.queue.viewed')
    .execute();
  expect(entries.at(-1)).toEqual({ subject_id: null, object_kind: 'desk.day', object_id: '2026-11-24' });
});
