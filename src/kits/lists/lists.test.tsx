import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { createPerson } from '../../modules/people/index.ts';
import { pathTo } from '../../platform/addresses/path-to.ts';
import { toPage } from '../../platform/database/paging.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { text } from '../../platform/web/form-fields.ts';
import { defineForm, line, pick } from '../forms/index.ts';
import { listRoutes } from './index.ts';

const words = {
  rooms: 'Rooms',
  q: 'Word',
  floor: 'Floor',
  search: 'Search',
  none: 'Nothing found',
  none_text: 'Try another word.',
  name: 'Name',
  key: 'Key',
};
const messages = defineMessages({ ja: words, 'ja-easy': words, en: words, 'zh-Hans': words });
const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const ROOMS = Array.from({ length: 1201 }, (_, at) => ({
  id: idOf(at),
  name: at === 3 ? '=HYPERLINK("x")' : at === 4 ? 'Phở' : `Room ${at}`,
  floor: String(at % 2),
}));
const read: number[] = [];

const rooms = listRoutes({
  path: pathTo('/rooms'),
  access: ['coordinator', 'administrator'],
  audit: 'rooms.searched',
  filters: defineForm(messages, [
    line('q', text(20)),
    pick(
      'floor',
      z.preprocess((value) => value || undefined, z.enum(['0', '1']).optional()),
      {
        orAll: true,
        options: () => [
          { value: '0', label: 'Ground' },
          { value: '1', label: 'First' },
        ],
      },
    ),
  ]),
  async find(_asking, { q, floor }, window) {
    const found = ROOMS.filter((room) => room.name.includes(q) && (floor ?? room.floor) === room.floor);
    const from = window.after ? found.findIndex(({ id }) => id === window.after) + 1 : 0;
    const some = found.slice(from, from + window.limit + 1);
    read.push(some.length);
    return toPage(some, window, ({ id }) => id);
  },
  exported: { path: pathTo('/rooms/export'), audit: 'rooms.exported', whose: () => [] },
  columns: [
    { key: 'name', head: 'name', rowHead: true, cell: ({ name }) => name, text: ({ name }) => name },
    { key: 'key', head: 'key', roles: ['administrator'], cell: () => 'secret', text: () => 'secret' },
    { key: 'floor', head: 'floor', cell: ({ floor }) => floor },
  ],
  keyOf: ({ id }) => `room-${id}`,
  rowsAPage: 10,
  words: messages,
  title: 'rooms',
  lead: 'rooms',
  search: 'search',
  tabs: { by: 'floor', counts: async () => ({ '1': 600 }) },
  empty: 'none',
  emptyText: 'none_text',
});

const house = await testHouse([{ name: 'rooms', messages, routes: rooms }]);
const person = await inTransaction(house.db, (tx) => createPerson(tx, { name: 'Mika', now: house.clock() }));
const coordinator = house.as(actorOf(person, ['coordinator']));
const administrator = house.as(actorOf(person, ['administrator']));
const fileOf = async (fields: Record<string, string>, web = coordinator) => {
  const answer = await web.post('/rooms/export', { encoding: 'utf-8', ...fields });
  return answer.html.replace('\ufeff', '').trim().split('\r\n');
};

describe('a list', () => {
  it('is read and shown part by part, and what is looked for goes along', async () => {
    read.length = 0;
    const first = await coordinator.get('/rooms?floor=1');
    expect(first.html).toContain('Room 1<');
    expect(first.html).not.toContain('Room 0<');
    expect(first.html).toMatch(/aria-current="true">First/);
    const [, next = ''] = /href="\/en(\/rooms\?[^"]+after=[^"]+)"/.exec(first.html) ?? [];
    expect(next.replace('&amp;', '&')).toBe(`/rooms?floor=1&after=${idOf(19)}`);
    const second = await coordinator.get(next.replace('&amp;', '&'));
    expect(second.html).toContain('Room 21<');
    expect(second.html).toContain('href="/en/rooms?floor=1"');
    expect(Math.max(...read)).toBe(11);
    expect((await coordinator.get('/rooms?q=nowhere')).text).toContain('Nothing found');
  });

  it('has one filter as tabs, with how many are behind each where that is known', async () => {
    const { html } = await coordinator.get('/rooms?floor=1&q=Room');
    expect(html).toMatch(/href="\/en\/rooms\?q=Room"[^>]*>All/);
    expect(html).toMatch(/<a aria-current="true">First <b>600<\/b>/);
    // The search keeps the tab.
    expect(html).toContain('<input type="hidden" name="floor" value="1"/>');
    expect(html).not.toContain('<select');
  });

  it('is taken along whole, however many parts it has, by what was looked for', async () => {
    expect(await fileOf({})).toHaveLength(1202);
    expect(await fileOf({ floor: '1' })).toHaveLength(601);
    expect(Math.max(...read)).toBe(501);
  });

  it('holds only what its reader sees, and nothing that a spreadsheet would carry out', async () => {
    expect((await fileOf({ q: 'Room 7' }))[0]).toBe('Name');
    expect((await fileOf({ q: 'Room 7' }, administrator))[0]).toBe('Name,Key');
    expect((await coordinator.get('/rooms')).text).not.toContain('secret');
    expect((await administrator.get('/rooms')).text).toContain('secret');
    expect((await fileOf({ q: 'HYPERLINK' }))[1]).toMatch(/^"'=HYPERLINK/);
  });

  it('comes back in words where its letters are not of a writing', async () => {
    const refused = await coordinator.post('/rooms/export', { q: 'Ph', encoding: 'shift_jis' });
    expect(refused.status).toBe(422);
    expect(refused.refusals['encoding']).toContain('ở');
    // Nobody is named: the entry of a refusal names nobody either.
    expect(refused.html).not.toContain('id="room-');
    expect(refused.html).toContain('href="/en/rooms?q=Ph">');
    expect(refused.html).toMatch(/value="shift_jis" checked/);
  });

  it('comes back in words where a filter is none that it has', async () => {
    const refused = await coordinator.post('/rooms/export', { floor: '7', encoding: 'utf-8' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('href="/en/rooms"');
    expect((await coordinator.post('/rooms/export', { q: 'x'.repeat(21), encoding: 'utf-8' })).status).toBe(
      422,
    );
  });

  it('leaves an entry for looking and for taking along, without what was searched for', async () => {
    const entries = await house.db.selectFrom('audit.entries').select(['action', 'detail']).execute();
    expect(new Set(entries.map(({ action }) => action))).toEqual(
      new Set(['rooms.searched', 'rooms.exported']),
    );
    expect(JSON.stringify(entries)).not.toContain('HYPERLINK');
  });
});
