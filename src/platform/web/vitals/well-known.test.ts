import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { makeKit, ORIGIN } from '../../../../test/support/kit.ts';
import { organizationSetting } from '../../settings/organization.ts';
import { serve } from '../serve.ts';

const { db } = await testDatabase();
const kit = makeKit(db);
const { email } = organizationSetting.value;

test('whoever finds a hole learns where to tell it, and until when that holds', async () => {
  const answer = await kit.get('/.well-known/security.txt');
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await answer.text()).toBe(
    [
      `Contact: mailto:${email}`,
      'Expires: 2027-05-23T00:00:00Z',
      'Preferred-Languages: ja, en, zh',
      `Canonical: ${ORIGIN}/.well-known/security.txt`,
      '',
    ].join('\n'),
  );
});

test('a house without an address of its own names none', async () => {
  const app = serve({ ...kit.house, publicUrl: undefined });
  const answer = await app.fetch(new Request('http://elsewhere.test/.well-known/security.txt'));
  expect(await answer.text()).not.toMatch(/Canonical|elsewhere/);
});

test('robots may read what is public, in every language, and are told of nobody', async () => {
  const lines = (await (await kit.get('/robots.txt')).text()).trim().split('\n');
  expect(lines.slice(0, 2)).toEqual(['User-agent: *', 'Allow: /']);
  for (const path of ['sign-in', 'me', 'people', 'desk', 'spot/drafts', 'settings'])
    expect(lines).toContain(`Disallow: /*/${path}`);
  expect(lines.join()).not.toMatch(/[0-9a-f]{8}-/);
});
