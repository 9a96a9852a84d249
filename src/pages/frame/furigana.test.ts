import { beforeAll, expect, test } from 'vitest';
import { ask, type Caller, press, signIn, VISITOR } from '../../../test/support/caller.ts';
import { openProduct } from '../../../test/support/product.ts';
import { readAbove } from '../../japanese/writing/index.ts';

const product = await openProduct();
// A page does not wait for as long as a busy machine may take to read the dictionary.
beforeAll(() => readAbove(['駅']));

/** Presses the switch on a page of theirs. */
async function switched(who: Caller, furigana: string, back: string) {
  const answer = await press(product, who, '/ja/furigana', { furigana, back });
  const cookie = /__Host-furigana=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
  return { answer, caller: { ...who, cookie: `${who.cookie}; ${cookie}` } };
}
const htmlOf = async (who: Caller, path: string) => (await ask(product, who, path)).text();

test('readings are switched on where somebody reads, for this browser alone, and off again', async () => {
  const { answer, caller } = await switched(VISITOR, 'shown', '/help-now');
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/ja/help-now');
  const [without, shown] = [await htmlOf(VISITOR, '/ja/help-now'), await htmlOf(caller, '/ja/help-now')];
  expect(without).not.toContain('<ruby>');
  expect(without).toMatch(/value="shown"(?:(?!<\/form>).)*ふりがなをつける/);
  expect(shown).toContain('<ruby>警察<rp>(</rp><rt>けいさつ</rt><rp>)</rp></ruby>');
  expect(shown).toContain('data-furigana="shown"');
  const off = await switched(VISITOR, 'hidden', '/help-now');
  expect(off.answer.headers.get('set-cookie')).toMatch(/__Host-furigana=;.*Max-Age=0/);
  expect(await htmlOf(off.caller, '/ja/help-now')).not.toContain('<ruby>');
});

test('nobody is given what another reader’s browser keeps', async () => {
  const { caller } = await switched(VISITOR, 'shown', '/');
  const [one, other] = [await ask(product, VISITOR, '/ja'), await ask(product, caller, '/ja')];
  expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'));
  for (const answer of [one, other]) expect(answer.headers.get('vary')).toContain('cookie');
});

test('only Japanese has them, and no title or field of a page', async () => {
  const sita = await signIn(product, product.ids.sita);
  const { caller } = await switched(sita, 'shown', '/me');
  const english = await htmlOf(caller, '/en/me');
  expect(english).not.toContain('data-furigana');
  expect(english).not.toContain('value="shown"');
  const japanese = await htmlOf(caller, '/ja/me');
  expect(japanese).toContain('<ruby>');
  expect(japanese).not.toMatch(/<(title|option|textarea)[^>]*>[^<]*<ruby/);
});

test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
  'nobody is led elsewhere: %s',
  async (back) => {
    const { answer } = await switched(VISITOR, 'shown', back);
    expect(answer.headers.get('location')).toBe('/ja/start');
  },
);
