import { describe, expect, test } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { press, signIn } from '../support/caller.ts';
import { askFields } from '../support/consultations.ts';
import { serveProduct } from '../support/product.ts';

const LANDLORD = '髙﨑 一郎';
const LIST = '番号,姓,名,セイ,メイ\n1,山田,太郎,ヤマダ,タロウ\n2,高崎,一郎,タカサキ,イチロウ';

/** Two lawyers are asked one after the other; the first acts for the landlord, and neither side says whom it is about. */
describe.skipIf(!hasBrowser)('40 A conflict is found', async () => {
  const product = await serveProduct();
  const { db } = product.database;
  const browser = await openBrowser(product);
  const maya = await signIn(product, product.ids.maya);
  const sato = await signIn(product, product.ids.coordinator);
  const desk = () => browser.come({ as: 'coordinator', locale: 'en', width: 1280 });
  const latest = async () =>
    (
      await db
        .selectFrom('consultations.matters')
        .select('id')
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
    ).id;

  /** Asks a lawyer of the register. @returns the link of the mail to them */
  async function askLawyer(name: string, email: string): Promise<string> {
    const id = await latest();
    const lawyer = { name, email, license: 'lawyer', licenseNumber: '1', hoursAMonth: '9' };
    await press(product, sato, '/en/desk/experts', { ...lawyer, fields: 'housing', languages: 'en' });
    const experts = db.selectFrom('consultations.experts').select('id').orderBy('added_at', 'desc');
    const known = new Set(
      (await db.selectFrom('consultations.referrals').select('expert_id').execute()).map(
        (one) => one.expert_id,
      ),
    );
    const expertId = (await experts.execute()).find((one) => !known.has(one.id))?.id ?? expect.fail();
    const untilOn = product
      .clock()
      .toZonedDateTimeISO('Asia/Tokyo')
      .toPlainDate()
      .add({ days: 30 })
      .toString();
    const at = `/en/desk/consultations/${id}/referrals`;
    await press(product, sato, `${at}/proposals`, {
      expertId,
      untilOn,
      manner: 'cold',
      hours: '1',
      passes: 'words',
    });
    const { id: referralId } = await db
      .selectFrom('consultations.referrals')
      .select('id')
      .where('expert_id', '=', expertId)
      .executeTakeFirstOrThrow();
    await press(product, maya, `/en/consultations/${id}/referrals/agreement`, { referralId });
    expect((await press(product, sato, `${at}/asking`, { referralId })).status).toBe(303);
    const mail = () =>
      db
        .selectFrom('platform.development_mail')
        .select('body')
        .where('recipient', '=', email)
        .executeTakeFirst();
    const arrived = async () => {
      await product.hurry();
      return Boolean(await mail());
    };
    await expect.poll(arrived, { timeout: 20_000, interval: 300 }).toBe(true);
    return /\/experts\/\S+/.exec((await mail())?.body ?? '')?.[0] ?? expect.fail();
  }

  test('A coordinator enters who stands on the other side, by every writing of the name', async () => {
    const asking = { ...askFields, field: 'housing', words: 'My landlord keeps the deposit.' };
    expect((await press(product, maya, '/en/consultations/asking', asking)).status).toBe(303);
    const id = await latest();
    await press(product, sato, `/en/desk/consultations/${id}/care`, {});
    const coordinator = await desk();
    await coordinator.go(`/desk/consultations/${id}`);
    await coordinator.press('Whom it touches');
    await coordinator.choose('role', 'landlord');
    await coordinator.type('partyName', LANDLORD);
    await coordinator.type('writings', 'タカサキ イチロウ');
    await coordinator.press('Enter');
    expect(await coordinator.text()).toContain(LANDLORD);
  });

  test('Without scripts, a lawyer sees nothing of it, and is called instead', async () => {
    const link = await askLawyer('工藤 直', 'kudo@law.example');
    const kudo = await browser.come({ locale: 'ja', scripts: 'off' });
    await kudo.go(link);
    const said = await kudo.text();
    for (const told of [LANDLORD, '住まい', 'deposit', 'Maya']) expect(said).not.toContain(told);
    expect(await kudo.page.locator('textarea:visible').count()).toBe(0);
    await kudo.press('電話での確認を希望する');
    const coordinator = await desk();
    await coordinator.go(`/desk/consultations/${await latest()}/parties`);
    expect(await coordinator.text()).toContain('asks for a call');
    await coordinator.choose('decision', 'conflict');
    await coordinator.press('Write it down');
  });

  test('The next compares in their browser: the list never leaves it, and “possible” goes to a person', async () => {
    const link = await askLawyer('佐藤 浩', 'sato@law.example');
    const lawyer = await browser.come({ locale: 'ja' });
    const sent: string[] = [];
    lawyer.page.on('request', (request) => sent.push(request.url(), request.postData() ?? ''));
    await lawyer.go(link);
    await lawyer.press('照合を始める');
    await lawyer.page.fill('textarea', LIST);
    await lawyer.press('照合する');
    const said = await lawyer.text();
    expect(said).toContain('可能性があります');
    for (const told of [LANDLORD, '住まい', 'deposit']) expect(said).not.toContain(told);
    expect(sent.some((body) => /whole=[0-9a-f]{16}/.test(body))).toBe(true);
    for (const name of ['高崎', '山田', 'タカサキ'])
      expect(sent.some((body) => decodeURIComponent(body).includes(name))).toBe(false);

    const coordinator = await desk();
    await coordinator.go('/desk');
    await coordinator.pressAt(`main a[href$="/desk/consultations/${await latest()}/parties"]`);
    expect(await coordinator.text()).toContain('Possible');
    await coordinator.choose('decision', 'conflict');
    await coordinator.press('Write it down');
    await lawyer.go(link);
    expect(await lawyer.text()).toContain('このページは閉じられました');
  });

  test('A third knows nobody, sees what is asked, and reads it once they have taken it on', async () => {
    const link = await askLawyer('林 恵', 'hayashi@law.example');
    const lawyer = await browser.come({ locale: 'ja' });
    await lawyer.go(link);
    await lawyer.press('照合を始める');
    await lawyer.page.fill('textarea', '山田 太郎\nWang Xiaoming');
    await lawyer.press('照合する');
    expect(await lawyer.text()).toContain('住まい');
    await lawyer.press('引き受けます');
    expect(await lawyer.text()).toContain('My landlord keeps the deposit.');
  });
});
