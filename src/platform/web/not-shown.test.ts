import { h } from 'preact';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/support/database.ts';
import { makeKit } from '../../../test/support/kit.ts';
import { text } from './form-fields.ts';
import { page, post, refusedBy } from './route.ts';

const { db } = await testDatabase();
const kit = makeKit(db, [
  post({
    path: '/decided',
    access: 'everyone',
    audit: null,
    form: z.object({ learned: text(500), note: text(500), outcome: text(20), code: text(20) }),
    handle: () => refusedBy({ code: 'value_does_not_fit' }),
    // Somebody has decided meanwhile: of the form only the note is left.
    again: (_call, form) =>
      page('Decided', h('main', null, h('textarea', { name: 'note' }, form.value('note')))),
  }),
]);

test('what somebody wrote in a form that is gone is shown to be copied, and nothing else twice', async () => {
  const written = {
    ...{ learned: 'She would like to walk by the river.', note: 'Call again.' },
    ...{ outcome: 'fits', code: '１２３ ４５６' },
  };
  const answer = await kit.post('/en/decided', written);
  const html = await answer.text();
  expect(answer.status).toBe(422);
  expect(html).toContain('Its form is no longer on this page');
  expect(html.split('She would like to walk by the river.')).toHaveLength(2);
  expect(html.split('Call again.')).toHaveLength(2);
  expect(html).not.toContain('fits');
  expect(html).not.toContain('１２３');
});

test('where all that was typed is shown, nothing is said of it', async () => {
  const html = await (
    await kit.post('/en/decided', { learned: '', note: 'Call again.', outcome: 'fits', code: '' })
  ).text();
  expect(html).not.toContain('no longer on this page');
});
