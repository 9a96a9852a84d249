import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { testHouse } from '../../../test/support/house.ts';
import { writeAct } from './acts.ts';
import { MOST } from './aid.ts';
import { easyWritingModule } from './module.tsx';

const house = await testHouse([easyWritingModule]);
const anybody = house.as();
const path = '/easy-japanese';
const check = writeAct({ kind: 'check', field: 'words' });
const typedIn = (html: string) =>
  /<textarea[^>]* name="words"[^>]*>([^<]*)</.exec(html)?.[1]?.replaceAll('&quot;', '"') ?? '';

describe('the open page', () => {
  test('says what is hard, why, and what could stand there, without signing in', async () => {
    const page = await anybody.post(path, { words: '書類を11/22までに提出してください。', aid: check });
    expect(page.status).toBe(200);
    expect(page.text).toContain('3 places could be easier');
    expect(page.text).toContain('A hard word.');
    expect(page.text).toContain('出してください');
    expect(page.text).toContain('11月22日（');
    expect(typedIn(page.html)).toBe('書類を11/22までに提出してください。');
  });

  test('puts one proposal in at a time, and says how hard it was at first', async () => {
    const words = '申請書に氏名を記入してください。';
    const put = writeAct({ kind: 'put', field: 'words', from: 4, to: 6, words: '氏名', put: '名前' });
    const page = await anybody.post(path, { words, aid: put, aidFirst: 'words 3/3' });
    expect(typedIn(page.html)).toBe('申請書に名前を記入してください。');
    expect(page.text).toContain('Put in.');
    expect(page.text).toMatch(/at first: 100%.*now: 50%/);
  });

  test('finds the place again where the text has changed meanwhile, and says when it is gone', async () => {
    const put = writeAct({ kind: 'put', field: 'words', from: 4, to: 6, words: '氏名', put: '名前' });
    const moved = await anybody.post(path, { words: 'ここに、氏名を書きます。', aid: put });
    expect(typedIn(moved.html)).toBe('ここに、名前を書きます。');
    const gone = await anybody.post(path, { words: 'ここに書きます。', aid: put });
    expect(gone.text).toContain('no longer in the text');
    expect(typedIn(gone.html)).toBe('ここに書きます。');
  });

  test('makes readings, and takes those that were corrected by hand', async () => {
    const aid = writeAct({ kind: 'readings', field: 'words' });
    const made = await anybody.post(path, { words: '3日に病院へ行きます。', aid });
    expect(typedIn(made.html)).toBe('｜3日《みっか》に病院《びょういん》へ行《い》きます。');
    expect(made.html).toContain('name="aidReading.病院" value="びょういん"');
    const corrected = await anybody.post(path, {
      words: '辛い物と、生野さん',
      aid,
      'aidReading.辛': 'つら',
      'aidReading.物': '',
      'aidReading.生野': '<b>',
    });
    expect(typedIn(corrected.html)).toMatch(/^辛《つら》い物と、生野《[ぁ-ん]+》さん$/);
  });

  test('writes phrases apart, and keeps the readings', async () => {
    const aid = writeAct({ kind: 'apart', field: 'words' });
    const page = await anybody.post(path, { words: '書類《しょるい》に名前を書いてください。', aid });
    expect(typedIn(page.html)).toBe('書類《しょるい》に 名前を 書いて ください。');
  });

  test('keeps nothing: no row anywhere holds the text, sealed or not', async () => {
    const before = await countRows();
    await anybody.post(path, { words: 'だれにも言わない秘密です。', aid: check });
    expect(await countRows()).toEqual(before);
  });

  test('takes what is too long back with a sentence beside it, and nothing lost', async () => {
    const words = '長'.repeat(MOST + 1);
    const page = await anybody.post(path, { words, aid: check });
    expect(page.status).toBe(422);
    expect(page.refusals['words']).toContain('8,000');
    expect(typedIn(page.html)).toBe(words);
  });

  test.each([
    '',
    '   ',
    '{name',
    '《》｜',
    '<script>alert(1)</script>',
    'Only English.',
    '\ud83d\ude00の絵文字𠮷野家です',
  ])('takes any text: %j', async (words) => {
    const page = await anybody.post(path, { words, aid: check });
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('<script>alert');
  });

  test('shows an example on a press, in every language', async () => {
    for (const locale of ['en', 'ja', 'ja-easy', 'zh-Hans'] as const) {
      const page = await house.as(undefined, locale).get(`${path}?example=1`);
      expect(typedIn(page.html)).toContain('在留期間の更新');
    }
  });
});

/** Rows by table, but for how often an address has asked. */
async function countRows(): Promise<unknown> {
  const { rows } = await sql`select table_schema || '.' || table_name as name,
            (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', table_schema, table_name), false, true, '')))[1]::text as count
     from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       and table_name <> 'rate_windows' order by 1`.execute(house.db);
  return rows;
}
