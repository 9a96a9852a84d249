import { describe, expect, test } from 'vitest';
import { kindNamed } from '../../../../test/support/notifications.ts';
import { SAFETY } from '../../../platform/news.ts';
import { writeMail } from './write-mail.tsx';

/** A mail of these news, as it is written to somebody who reads English. */
function mailOf(...names: readonly string[]) {
  const kinds = names.map(kindNamed);
  const groups = [...new Set(kinds.map(({ group }) => group))].filter((group) => group !== SAFETY);
  return writeMail({
    to: 'sita@example.org',
    locale: 'en',
    organization: 'Japan Intercultural Intelligence',
    shortName: 'JII',
    origin: 'https://otonari.test',
    items: kinds.map((kind, index) => ({ kind, objectId: `${index}`, about: null })),
    stops: groups.map((group) => ({ group, path: `/unsubscriptions/${group.name}` })),
  });
}

describe('a mail of one group', () => {
  test('is stopped by one click, and needs not name the group', () => {
    const { headers, text } = mailOf('request_opened', 'request_declined');
    expect(headers?.['List-Unsubscribe']).toBe('<https://otonari.test/en/unsubscriptions/requests>');
    expect(text).toContain('No more email of this kind');
  });

  test('says in its subject what happened where all of it is the same, else how much', () => {
    const once = mailOf('message_received').subject;
    expect(mailOf('message_received', 'message_received').subject).toBe(once);
    expect(mailOf('request_opened', 'request_declined').subject).toContain('2');
  });
});

test('what its address would tell leads to the inbox', () => {
  const kind = { ...kindNamed('message_received'), isDiscreet: true } as const;
  const mail = writeMail({
    ...{ to: 'sita@example.org', locale: 'en', organization: 'JII', shortName: 'JII' },
    ...{ origin: 'https://otonari.test', items: [{ kind, objectId: '7', about: null }], stops: [] },
  });
  for (const body of [mail.text, mail.html ?? '']) {
    expect(body).toContain('https://otonari.test/en/inbox');
    expect(body).not.toContain(kind.path('7'));
  }
});

test('a concern or a danger is the subject and stands first, whatever else there is', () => {
  const alone = mailOf('concern_raised').subject;
  const among = mailOf('request_opened', 'desk_submitted', 'concern_raised');
  expect(among.subject).toBe(alone);
  expect(among.text).toMatch(/^Somebody has told us about a concern/);
});

describe.each([
  ['of two groups', ['request_opened', 'message_received'], ['requests', 'messages']],
  ['with what cannot be turned off', ['request_opened', 'concern_raised'], ['requests']],
] as const)('a mail %s', (_what, kinds, groups) => {
  test('stops none by one click, and names each group with its own link', () => {
    const { headers, text, html } = mailOf(...kinds);
    expect(headers).toBeUndefined();
    expect(text).not.toContain('No more email of this kind');
    for (const group of groups) {
      const link = `https://otonari.test/en/unsubscriptions/${group}`;
      expect(text).toContain(link);
      expect(html).toContain(`href="${link}"`);
    }
    expect(new Set(text.match(/^No more email about: .*$/gmu)).size).toBe(groups.length);
  });
});
