import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { Conversation } from './conversation.tsx';

test('a message says who wrote it and when, and shows markup as the text it is', () => {
  const message = {
    id: 'm1',
    author: 'Maya',
    text: '<b>hi</b>\nthere',
    when: '9:12',
    at: '2026-11-24T00:12:00Z',
    own: false,
  };
  const html = renderPart(<Conversation label="Talk" messages={[message]} />, 'en');
  expect(html).toContain('<strong>Maya</strong>');
  expect(html).toContain('&lt;b>hi&lt;/b>\nthere');
  expect(html).toContain('Sent <time datetime="2026-11-24T00:12:00Z">9:12</time>');
});
