import { expect, test } from 'vitest';
import { testHouse } from '../../../../test/support/house.ts';
import { givingModule } from '../module.ts';

const secret = 'a secret of at least thirty-two characters';
const house = await testHouse([givingModule({ secret, publicUrl: 'https://otonari.test', payments: null })]);

test('without any way to give, the page says so right below its title', async () => {
  const { html } = await house.as().get('/giving/new');
  const headings = [...html.matchAll(/<(h\d)[^>]*>(.*?)<\/h\d>/gs)].map(([, level, text]) => [level, text]);
  expect(headings).toEqual([
    ['h1', 'Give'],
    ['h2', 'We can’t take gifts on this page at the moment'],
  ]);
});
