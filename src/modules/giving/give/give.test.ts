import { describe, expect, test } from 'vitest';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { jobContext, runJobs } from '../../../../test/support/run-jobs.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { receiptsSetting } from '../receipts/setting.ts';
import { giftAccountSetting } from './setting.ts';

const product = await openProduct();
const { db } = product.database;
const context = jobContext(product);
await inTransaction(db, (tx) =>
  writeSetting(tx, giftAccountSetting, {
    value: { giftAccount: '練習銀行 練習支店\n普通 1234567' },
    ...{ seen: null, by: null, now: product.clock() },
  }),
);

let visitors = 0;
/** Somebody without an account, at a browser of their own. */
function visitor(locale = 'en') {
  const jar = new Map<string, string>();
  visitors += 1;
  const incoming = { socket: { remoteAddress: `192.0.2.${visitors}` } };
  const send = async (path: string, fields?: Record<string, string>) => {
    const at = path.startsWith(`/${locale}/`) ? path : `/${locale}${path}`;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'sec-fetch-site': 'same-origin' };
    const body = fields && new URLSearchParams({ idempotency_key: crypto.randomUUID(), ...fields });
    const request = new Request(`https://localhost${at}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body }),
    });
    const answer = await product.house.app.fetch(request, { incoming });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/);
      jar.set(name, value);
    }
    return {
      status: answer.status,
      html: await answer.text(),
      location: answer.headers.get('location') ?? '',
      kept: answer.headers.get('cache-control') ?? '',
    };
  };
  return { get: (path: string) => send(path), post: send };
}

const good = {
  ...{ rhythm: 'once', tier: '3000', amount: '', channel: 'card', fund: 'spot', kind: 'person' },
  ...{
    name: 'Ren Sato',
    kana: '',
    email: 'ren@example.org',
    receipt: 'none',
    address: '',
    inMemoryOf: '',
    note: '',
  },
};
const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
/** Fills in the form, looks it through and sends it. @returns where it leads */
async function give(browser: ReturnType<typeof visitor>, fields: Record<string, string>): Promise<string> {
  const kept = await browser.post('/giving/new', { ...good, ...fields });
  expect(kept.location).toMatch(/\/giving\/new\/summary$/);
  const summary = await browser.get(kept.location);
  return (await browser.post('/giving/new/summary', { version: versionIn(summary.html) })).location;
}
const pledgesOf = (email: string) =>
  db
    .selectFrom('giving.pledges as p')
    .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
    .select(['p.amount_jpy', 'p.channel', 'p.state', 'p.fund_id', 'd.name', 'p.number'])
    .where('d.email', '=', email)
    .execute();

describe('a gift without an account', () => {
  test('is filled in, looked through, sent, paid at the provider’s page, and counts when its money has come in', async () => {
    const browser = visitor();
    const toPay = await give(browser, { amount: '４，０００', tier: 'other' });
    expect((await pledgesOf('ren@example.org'))[0]).toMatchObject({
      amount_jpy: 4000,
      state: 'open',
      fund_id: 'spot',
    });
    const page = await browser.get(toPay);
    expect(page.html).toContain('¥4,000');
    const provider = /href="(\/en\/giving\/practice\/[^"]+)"/.exec(page.html)?.[1] ?? '';
    // Looked at again, it is the same page.
    expect((await browser.get(toPay)).html).toContain(provider);
    expect((await browser.get(provider)).html).toContain('No money moves here');
    const paid = await browser.post(`${provider}/presses`, { press: 'pay' });
    expect(paid.location).toMatch(/^\/en\/giving\/pay\/.+\?back=paid$/);
    expect((await browser.get(toPay)).html).toContain('One more step');
    await runJobs(product, context);
    expect((await pledgesOf('ren@example.org'))[0]).toMatchObject({ state: 'received' });
    const done = (await browser.get(toPay)).html;
    expect(done).toContain('Your gift has come in');
    for (const way of ['/en/giving/mine', '/en/giving'])
      expect(done).toContain(`<a class="link" href="${way}"`);
    const gifts = await db
      .selectFrom('giving.gifts')
      .select('amount_jpy')
      .where('channel', '=', 'card')
      .execute();
    expect(gifts).toEqual([{ amount_jpy: 4000 }]);
  });

  test('says before it is sent for which campaign it counts', async () => {
    await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: product.clock() }));
    const browser = visitor();
    expect((await browser.get('/giving/new?campaign=winter')).html).toContain('counts for “winter en”');
    expect((await browser.get('/giving/new')).html).not.toContain('counts for');
    await browser.post('/giving/new', { ...good, campaign: 'winter' });
    expect((await browser.get('/giving/new/summary')).html).toContain('winter en');
  });

  test('says before it is sent that no tax deduction applies, until the organization is certified', async () => {
    const browser = visitor();
    const says = async () => {
      const form = await browser.get('/giving/new');
      await browser.post('/giving/new', good);
      const summary = await browser.get('/giving/new/summary');
      return [form, summary].map(({ html }) => html.includes('the tax deduction for gifts'));
    };
    expect(await says()).toEqual([true, true]);
    const certifyFrom = (certifiedOn: string) =>
      inTransaction(db, async (tx) => {
        const value = { ...receiptsSetting.value, isCertified: true, certifiedOn };
        await writeSetting(tx, receiptsSetting, { value, seen: null, by: null, now: product.clock() });
      });
    await certifyFrom('2026-01-01');
    expect(await says()).toEqual([false, false]);
    await db.deleteFrom('platform.settings').where('subject', '=', receiptsSetting.subject).execute();
    await certifyFrom('2999-01-01');
    expect(await says()).toEqual([true, true]);
    await db.deleteFrom('platform.settings').where('subject', '=', receiptsSetting.subject).execute();
  });

  test('by the bank says the account, and the number before the name', async () => {
    const browser = visitor();
    const fields = { channel: 'bank', email: 'hana@example.org', name: '髙橋 花', kana: 'タカハシ ハナ' };
    const { html, kept } = await browser.get(await give(browser, fields));
    const [pledge] = await pledgesOf('hana@example.org');
    expect(html).toContain(`${pledge?.number} タカハシ ハナ`);
    // Nobody finds it in a browser that others use as well.
    expect(kept).toBe('no-store');
    expect(html).toContain('練習銀行');
  });

  test('is the one that was looked through: what another window has kept meanwhile is shown first', async () => {
    const browser = visitor();
    const email = 'two-windows@example.org';
    await browser.post('/giving/new', { ...good, email });
    const seen = versionIn((await browser.get('/giving/new/summary')).html);
    await browser.post('/giving/new', { ...good, email, tier: '100000' });
    const sent = await browser.post('/giving/new/summary', { version: seen, amount: '1000' });
    expect(sent.location).toMatch(/\/giving\/new\/summary$/);
    expect(await pledgesOf(email)).toEqual([]);
  });

  test('pressed twice is one; sent again from a page gone back to is none', async () => {
    const browser = visitor();
    const email = 'twice@example.org';
    await browser.post('/giving/new', { ...good, email });
    const version = versionIn((await browser.get('/giving/new/summary')).html);
    const key = { version, idempotency_key: crypto.randomUUID() };
    const [first, second] = [
      await browser.post('/giving/new/summary', key),
      await browser.post('/giving/new/summary', key),
    ];
    const again = await browser.post('/giving/new/summary', { version });
    expect(first.location).toMatch(/\/giving\/pay\//);
    expect(again.location).toMatch(/\/giving\/new$/);
    expect(second.location).not.toBe('');
    expect(await pledgesOf(email)).toHaveLength(1);
  });

  test('is nobody else’s to see: another browser finds an empty form, a made-up link nothing', async () => {
    await visitor().post('/giving/new', { ...good, email: 'secret@example.org' });
    const other = visitor();
    expect((await other.get('/giving/new/summary')).location).toMatch(/\/giving\/new$/);
    expect((await other.get('/giving/new')).html).not.toContain('secret@example.org');
    expect((await other.get('/giving/pay/abc')).status).toBe(404);
  });

  test('of every month says so until the end, and begins with what the provider tells', async () => {
    const browser = visitor();
    const email = 'monthly@example.org';
    await browser.post('/giving/new', { ...good, email, rhythm: 'monthly', tier: '5000' });
    const { html } = await browser.get('/giving/new/summary');
    expect(html).toContain('¥5,000 every month until you stop');
    const sent = await browser.post('/giving/new/summary', { version: versionIn(html) });
    const page = await browser.get(sent.location);
    expect(page.html).toContain('¥5,000 every month until you stop');
    const provider = /href="(\/en\/giving\/practice\/[^"]+)"/.exec(page.html)?.[1] ?? '';
    await browser.post(`${provider}/presses`, { press: 'pay' });
    await runJobs(product, context);
    const promises = await db
      .selectFrom('giving.promises as p')
      .innerJoin('giving.donors as d', 'd.id', 'p.donor_id')
      .leftJoin('giving.gifts as g', 'g.promise_id', 'p.id')
      .select(['p.state', 'p.amount_jpy', 'g.amount_jpy as given'])
      .where('d.email', '=', email)
      .execute();
    expect(promises).toEqual([{ state: 'active', amount_jpy: 5000, given: 5000 }]);
    expect(await pledgesOf(email)).toEqual([]);
  });

  test('that nobody pays is over when its page closes', async () => {
    const browser = visitor();
    const email = 'closed@example.org';
    const toPay = await give(browser, { email, channel: 'konbini' });
    const provider =
      /href="(\/en\/giving\/practice\/[^"]+)"/.exec((await browser.get(toPay)).html)?.[1] ?? '';
    await browser.post(`${provider}/presses`, { press: 'close' });
    await runJobs(product, context);
    expect((await pledgesOf(email))[0]?.state).toBe('expired');
    expect((await browser.get(toPay)).html).toContain('This payment is closed');
  });
});

describe('what cannot be given', () => {
  test.each([
    [{ tier: 'other', amount: '0' }, 'at least 1,000 yen'],
    [{ tier: 'other', amount: '-3000' }, 'at least 1,000 yen'],
    [{ tier: 'other', amount: '3000.5' }, 'whole number'],
    [{ tier: 'other', amount: '1000000000000' }, 'at most 9,999,999 yen'],
    [{ tier: 'other', amount: '' }, 'choose an amount'],
    [{ rhythm: 'monthly', channel: 'konbini' }, 'Monthly gifts are paid by card'],
    [{ name: ' \u200b' }, 'write a name'],
    [{ name: 'Prizes at evil.example/win' }, 'looks like a web or email address'],
    [{ kana: 'evil.com' }, 'looks like a web or email address'],
    [{ name: 'Ren\nSato' }, 'in one line'],
    [{ email: 'ren@' }, 'email'],
    [{ receipt: 'each', receiptByPost: 'on' }, 'the address to which'],
    [{ fund: 'elsewhere' }, 'choose one of these'],
  ] as const)('%o is refused beside its field, and nothing typed is lost', async (wrong, says) => {
    const { status, html } = await visitor().post('/giving/new', {
      ...good,
      note: 'A word',
      ...(wrong as Record<string, string>),
    });
    expect(status).toBe(422);
    expect(html.toLowerCase()).toContain(says.toLowerCase());
    expect(html).toContain('A word');
  });

  test('names cannot carry control characters or markup into a page', async () => {
    const browser = visitor();
    const refused = await browser.post('/giving/new', { ...good, name: 'Ren\u0007Sato' });
    expect(refused.status).toBe(422);
    await browser.post('/giving/new', { ...good, name: '<b>Ren</b>' });
    expect((await browser.get('/giving/new/summary')).html).toContain('&lt;b>Ren');
  });

  test('more than twenty of one network in an hour', async () => {
    const browser = visitor();
    const answers = [];
    for (let count = 0; count < 21; count++) answers.push((await browser.post('/giving/new', good)).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
  });
});
