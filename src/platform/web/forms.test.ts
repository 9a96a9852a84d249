import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { actorOf } from '../../../test/support/house.ts';
import { FROM_US, keptNotes, makeKit, ORIGIN } from '../../../test/support/kit.ts';
import { StoreAway } from '../files/store/store.ts';
import { LOCALES } from '../languages/locales.ts';
import { NOBODY } from '../permissions.ts';
import { post, redirect } from './route.ts';
import { webMessages } from './words.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
const anna = actorOf({ id: '00000000-0000-4000-8000-000000000001', name: 'Anna' });
const ben = actorOf({ id: '00000000-0000-4000-8000-000000000002', name: 'Ben' });

beforeEach(async () => {
  kit.actor = anna;
  await db.deleteFrom('platform.settings').execute();
});

const note = (text: string, rest: Record<string, string> = {}) => ({ note: text, count: '2', ...rest });
const audited = () => db.selectFrom('audit.entries').select(['action', 'outcome', 'detail']).execute();

describe('whether a form came from our own pages', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{ 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' }, 303],
    [{ origin: ORIGIN }, 303],
    [{ 'sec-fetch-site': 'cross-site', origin: ORIGIN }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'none' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ origin: `${ORIGIN}.evil.example` }, 403],
    [{}, 403],
  ])('%j is answered with %d', async (headers, status) => {
    const answer = await kit.post('/en/notes', note('hello'), headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(await keptNotes(db)).toHaveLength(status === 303 ? 1 : 0);
  });

  test("is not told by a host of the sender's own choice, when the house knows its address", async () => {
    const host = 'evil.example';
    const headers = {
      host,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'https',
      origin: `https://${host}`,
    };
    const body = new URLSearchParams(note('hello'));
    const request = new Request(`https://${host}/en/notes`, { method: 'POST', headers, body });
    expect((await kit.app.fetch(request)).status).toBe(403);
    expect(await keptNotes(db)).toHaveLength(0);
  });

  test('is not asked where a route says that it comes from elsewhere; its sender is nobody', async () => {
    const answer = await kit.post('/en/from-elsewhere', {}, {});
    expect(await answer.text()).toContain('nobody');
  });
});

describe('a form that is refused', () => {
  test('comes back with everything typed and the words beside the field', async () => {
    const typed = 'うごく <script>"&\'\n二行目 👩‍👩‍👧 שלום ﾊﾝｶｸ 一二三四五';
    const answer = await kit.post('/en/notes', { note: typed, count: 'many' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('&lt;script>');
    expect(html).toContain('👩‍👩‍👧 שלום ﾊﾝｶｸ');
    expect(html).toContain('at most 20 characters');
    expect(html).toContain('whole number');
  });

  test.each(LOCALES)('says why in %s', async (locale) => {
    const said = new Set<string | undefined>();
    for (const fields of [note(''), note('a'.repeat(10_000)), note('a\0b')]) {
      const html = await (await kit.post(`/${locale}/notes`, fields)).text();
      said.add(/<p id="why">(.*?)<\/p>/s.exec(html)?.[1]);
    }
    expect(said.size).toBe(3);
    expect([...said].every((words) => words && words.length > 4)).toBe(true);
  });

  test('before any rule leaves a record as well, since the page that comes back may show somebody’s', async () => {
    const before = (await audited()).length;
    // Repeats by one person are counted, and not recorded one by one.
    kit.actor = actorOf({ id: '00000000-0000-4000-8000-000000000009' });
    expect((await kit.post('/en/notes', note(''))).status).toBe(422);
    kit.actor = anna;
    const after = await audited();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)).toMatchObject({ action: 'notes.note.kept', outcome: 'refused' });
  });

  test('by a rule of the command leaves nothing but the record of it', async () => {
    const answer = await kit.post('/en/notes', note('nine', { count: '9' }));
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('nine')]);
    expect(await keptNotes(db)).toEqual([]);
    expect((await audited()).at(-1)).toEqual({
      action: 'notes.note.kept',
      outcome: 'refused',
      detail: { code: 'choose_one' },
    });
  });

  test('by the database alone, at the commit, is said in the words of the same name', async () => {
    const refusing = post({
      path: '/refusing',
      access: 'person',
      audit: null,
      async handle({ db: tx }) {
        await sql`do $$ begin raise exception 'no' using errcode = '23514', constraint = 'choose_one'; end $$`.execute(
          tx,
        );
        return redirect('/notes');
      },
    });
    const own = makeKit(db, [refusing]);
    own.actor = anna;
    const answer = await own.post('/en/refusing', {});
    expect([answer.status, await answer.text()]).toEqual([
      422,
      expect.stringContaining(webMessages.in('en').plain('choose_one')),
    ]);
  });

  test('may be sent again with the same key once it is mended', async () => {
    const key = { idempotency_key: randomUUID() };
    expect((await kit.post('/en/notes', note('first', { count: '9', ...key }))).status).toBe(422);
    expect((await kit.post('/en/notes', note('first', { count: '8', ...key }))).status).toBe(303);
    expect(await keptNotes(db)).toEqual(['first']);
  });

  test.each([
    ['application/json', '{"note":"a","count":"2"}'],
    ['text/plain', 'note=a&count=2'],
    ['multipart/form-data; boundary=x', 'no boundary here'],
    ['multipart/form-data', ''],
  ])('as %s it is no form of ours', async (type, body) => {
    const headers = { ...FROM_US, 'content-type': type };
    const answer = await kit.app.fetch(new Request(`${ORIGIN}/en/notes`, { method: 'POST', headers, body }));
    expect(answer.status).toBe(422);
    expect(await keptNotes(db)).toEqual([]);
  });

  test('is too large even when it does not say how large it is', async () => {
    const chunk = new TextEncoder().encode(`note=${'a'.repeat(100_000)}&`);
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    const headers = { ...FROM_US, 'content-type': 'application/x-www-form-urlencoded' };
    const asked = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect((await kit.app.fetch(new Request(`${ORIGIN}/en/notes`, asked))).status).toBe(413);
  });

  test('by names that mean something to JavaScript, does nothing', async () => {
    const answer = await kit.post('/en/notes', { __proto__x: '1', constructor: '2', ['__proto__']: '3' });
    expect(answer.status).toBe(422);
  });
});

describe('a form that is sent twice', () => {
  test('is done once, and both get the first answer', async () => {
    const fields = note('once', { idempotency_key: randomUUID() });
    const answers = [await kit.post('/en/notes', fields), await kit.post('/en/notes', fields)];
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(['/en/notes', '/en/notes']);
    expect(await keptNotes(db)).toEqual(['once']);
  });

  test('is done once when both come at the same moment', async () => {
    const fields = note('at once', { idempotency_key: randomUUID() });
    const answers = await Promise.all(Array.from({ length: 8 }, () => kit.post('/en/notes', fields)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(303));
    expect(await keptNotes(db)).toEqual(['at once']);
  });

  test('is done anew when its content was changed', async () => {
    const key = { idempotency_key: randomUUID() };
    await kit.post('/en/notes', note('before', key));
    await kit.post('/en/notes', note('after', key));
    expect((await keptNotes(db)).sort()).toEqual(['after', 'before']);
  });

  test('is two forms when two people send it', async () => {
    const fields = note('shared', { idempotency_key: randomUUID() });
    await kit.post('/en/notes', fields);
    kit.actor = ben;
    await kit.post('/en/notes', fields);
    expect(await keptNotes(db)).toHaveLength(2);
  });

  test('is two forms without a key that is one', async () => {
    for (const key of ['', 'no key', `${randomUUID()}x`]) {
      await kit.post('/en/notes', note('twice', { idempotency_key: key }));
      await kit.post('/en/notes', note('twice', { idempotency_key: key }));
    }
    expect(await keptNotes(db)).toHaveLength(6);
  });
});

describe('a form sent after the session was over', () => {
  const keptPath = (answer: Response) => {
    const location = new URL(answer.headers.get('location') ?? '', ORIGIN);
    return location.searchParams.get('back') ?? '';
  };
  const sameBrowser = (answer: Response) => ({
    cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '',
  });
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
        name,
        value,
      ]),
    ) as Record<string, string>;

  test('is kept, and can be sent after signing in again', async () => {
    kit.actor = NOBODY;
    const answer = await kit.post('/en/notes', note('typed 《x》 "q"'));
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringMatching(/^\/en\/sign-in\?back=%2Fkept-forms%2F/),
    ]);
    expect(await keptNotes(db)).toEqual([]);
    kit.actor = anna;
    const html = await (await kit.get(`/en${keptPath(answer)}`, sameBrowser(answer))).text();
    expect(html).toContain('action="/en/notes"');
    const fields = hidden(html);
    expect(fields['note']).toBe('typed 《x》 &quot;q&quot;');
    const again = { ...fields, note: 'typed 《x》 "q"' };
    expect((await kit.post('/en/notes', again)).status).toBe(303);
    expect(await keptNotes(db)).toEqual(['typed 《x》 "q"']);
  });

  test('is heard as of when all of it is here: a session that ends while it comes carries nothing out', async () => {
    const encoder = new TextEncoder();
    const typed = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode('note=slow&')),
      pull(controller) {
        kit.actor = NOBODY;
        controller.enqueue(encoder.encode('count=2'));
        controller.close();
      },
    });
    const headers = { ...FROM_US, 'content-type': 'application/x-www-form-urlencoded' };
    const asked = { method: 'POST', headers, body: typed, duplex: 'half' } as RequestInit;
    const answer = await kit.app.fetch(new Request(`${ORIGIN}/en/notes`, asked));
    expect(answer.headers.get('location')).toMatch(/^\/en\/sign-in\?/);
    expect(await keptNotes(db)).toEqual([]);
  });

  test('is not kept when only a script asks about it, however often, and leaves room for the one that is sent', async () => {
    kit.actor = NOBODY;
    const countKept = async () =>
      (await db.selectFrom('platform.kept_forms').select('token').execute()).length;
    const before = await countKept();
    for (let asked = 0; asked < 25; asked++) {
      const answer = await kit.post('/en/questions', note('half typed'));
      expect(answer.headers.get('location')).toBe('/en/sign-in?back=%2Fquestions');
    }
    expect(await countKept()).toBe(before);
    expect(keptPath(await kit.post('/en/notes', note('typed')))).toMatch(/^\/kept-forms\//);
  });

  test('is shown to nobody who is not signed in, and to nobody after an hour', async () => {
    kit.actor = NOBODY;
    const answer = await kit.post('/en/notes', note('private'));
    const shown = await kit.get(`/en${keptPath(answer)}`);
    expect([shown.status, await shown.text()]).toEqual([303, '']);
    kit.actor = anna;
    kit.clock.advance({ hours: 1 });
    const later = await kit.get(`/en${keptPath(answer)}`, sameBrowser(answer));
    expect([later.status, await later.text()]).toEqual([404, expect.not.stringContaining('private')]);
  });

  test('is offered in the browser where it was typed, and in no other', async () => {
    kit.actor = NOBODY;
    const answer = await kit.post('/en/notes', note('planted'));
    const other = await kit.post('/en/notes', note('somebody else'));
    kit.actor = anna;
    for (const headers of [{}, sameBrowser(other)]) {
      const shown = await kit.get(`/en${keptPath(answer)}`, headers);
      expect([shown.status, await shown.text()]).toEqual([404, expect.not.stringContaining('planted')]);
    }
    expect((await kit.get(`/en${keptPath(answer)}`, sameBrowser(answer))).status).toBe(200);
  });

  test('of a second tab is found beside the first', async () => {
    kit.actor = NOBODY;
    const first = await kit.post('/en/notes', note('first'));
    const headers = { ...FROM_US, ...sameBrowser(first) };
    const second = await kit.post('/en/notes', note('second'), headers);
    kit.actor = anna;
    for (const [answer, typed] of [
      [first, 'first'],
      [second, 'second'],
    ] as const) {
      const shown = await kit.get(`/en${keptPath(answer)}`, sameBrowser(second));
      expect(await shown.text()).toContain(typed);
    }
  });

  test('is kept whatever was typed', async () => {
    kit.actor = NOBODY;
    const answer = await kit.post('/en/notes', { 'na\0me': 'a\0b\ud800', note: '' });
    expect(answer.status).toBe(303);
  });

  test('is kept for somebody who must first prove a second factor', async () => {
    kit.actor = actorOf({ id: '00000000-0000-4000-8000-000000000003' }, ['coordinator'], 'weak');
    const answer = await kit.post('/en/staff', note('kept'));
    expect(answer.headers.get('location')).toMatch(/^\/en\/second-factor\?back=%2Fkept-forms%2F/);
  });

  test('of 200 people behind one address is kept for each of them', async () => {
    kit.actor = NOBODY;
    kit.clock.advance({ hours: 2 });
    const answers = [];
    for (let person = 0; person < 200; person++)
      answers.push(await kit.post('/en/notes', note(`of ${person}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
    kit.actor = anna;
    const last = answers.at(-1) as Response;
    expect(await (await kit.get(`/en${keptPath(last)}`, sameBrowser(last))).text()).toContain('of 199');
  });

  test('is given back in the answer to a browser that sends them without end, with the time to wait', async () => {
    kit.actor = NOBODY;
    kit.clock.set(Temporal.Instant.from('2026-11-25T09:18:00+09:00'));
    const browser = sameBrowser(await kit.post('/en/notes', note('first')));
    const answers = [];
    for (let sent = 0; sent < 22; sent++)
      answers.push(await kit.post('/en/notes', note('typed with care'), { ...FROM_US, ...browser }));
    expect(answers.slice(-3).map(({ status }) => status)).toEqual([303, 429, 429]);
    const last = answers.at(-1) as Response;
    expect(last.headers.get('retry-after')).toBe('2520');
    expect(last.headers.get('cache-control')).toBe('no-store');
    const html = await last.text();
    expect(html).toContain('wait 42 minutes');
    expect(html).toContain('action="/en/notes"');
    expect(html).toContain('<blockquote class="typed">typed with care</blockquote>');
    expect(hidden(html)['note']).toBe('typed with care');
  });

  test('of an address is limited in the end, by how much it is', async () => {
    kit.actor = NOBODY;
    kit.clock.advance({ hours: 2 });
    const long = note('a'.repeat(400_000));
    const statuses = new Set<number>();
    for (let sent = 0; sent < 42; sent++) statuses.add((await kit.post('/en/notes', long)).status);
    expect(statuses).toEqual(new Set([303, 429]));
  });

  test('of a household is limited as a whole, though it has addresses without end', async () => {
    const own = makeKit(db);
    Object.assign(own.house, { trustProxy: true });
    const long = note('a'.repeat(400_000));
    const statuses = new Set<number>();
    for (let sent = 0; sent < 42; sent++) {
      const from = { ...FROM_US, 'x-forwarded-for': `2001:db8:1:2::${sent}` };
      statuses.add((await own.post('/en/notes', long, from)).status);
    }
    expect(statuses).toEqual(new Set([303, 429]));
  });
});

describe('a form that can’t be done now comes back in the answer, with its key', () => {
  test.each([
    ['/full', 507],
    ['/slow', 503],
  ])('%s: %i', async (path, status) => {
    kit.actor = anna;
    const answer = await kit.post(`/en${path}`, { note: 'many words typed', idempotency_key: KEY });
    const html = await answer.text();
    expect([answer.status, Number(answer.headers.get('retry-after'))]).toEqual([status, expect.any(Number)]);
    expect(html).toContain('<blockquote class="typed">many words typed</blockquote>');
    expect(html).toContain(`name="idempotency_key" value="${KEY}"`);
    expect(html).toMatch(/href="tel:119".*href="tel:110"/s);
  });

  test('also where only the store of files is away', async () => {
    const storing = post({
      path: '/storing',
      access: 'person',
      audit: null,
      handle: () => Promise.reject(new StoreAway('EIO')),
    });
    const own = makeKit(db, [storing]);
    own.actor = anna;
    const answer = await own.post('/en/storing', { note: 'many words typed' });
    expect([answer.status, await answer.text()]).toEqual([
      503,
      expect.stringContaining('<blockquote class="typed">many words typed</blockquote>'),
    ]);
  });
});

const KEY = '00000000-0000-4000-8000-00000000000a';
