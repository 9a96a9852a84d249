import { h, type VNode } from 'preact';
import { expect, test } from 'vitest';
import type { Database } from '../database/connect.ts';
import { type Ahead, lookAhead } from './ahead.ts';

const at = (day: number) => Temporal.Instant.from(`2026-12-0${day}T10:00:00+09:00`);
const item = (when: Temporal.Instant | null, id: string) => ({ at: when, card: h('p', { id }) as VNode });
const way = (href: string, order: number) => ({ href, title: () => href, text: () => '', order });
const reader = {
  personId: 'somebody',
  roles: new Set(['volunteer'] as const),
  now: at(1),
  locale: 'en' as const,
};

test('the next thing is what is within a day, then what waits for the reader; what is settled comes last', async () => {
  const one: Ahead = async () => ({
    items: [
      { ...item(at(1), 'said'), isSettled: true },
      item(at(3), 'visit'),
      { ...item(null, 'question'), isYourTurn: true },
      { ...item(at(4), 'agree'), isYourTurn: true },
      item(at(1), 'today'),
    ],
  });
  const { items } = await lookAhead([one], {} as Database, reader);
  const ids = items.map(({ card }) => (card.props as { id?: string }).id);
  expect(ids).toEqual(['today', 'agree', 'question', 'visit', 'said']);
});

test('what lies ahead in several modules stands by time, what has none behind it as the modules stand', async () => {
  const first: Ahead = async () => ({
    items: [item(null, 'draft'), item(at(3), 'visit')],
    ways: [way('/b', 2)],
  });
  const second: Ahead = async (_db, { roles }) => ({
    items: [item(at(2), 'class'), item(null, 'offer')],
    ways: [way('/a', 1)],
    parts: roles.has('volunteer') ? ['resident'] : [],
  });
  const { items, ways, parts } = await lookAhead([first, second], {} as Database, reader);
  expect(items.map(({ card }) => (card.props as { id?: string }).id)).toEqual([
    'class',
    'visit',
    'draft',
    'offer',
  ]);
  expect(ways.map(({ href }) => href)).toEqual(['/a', '/b']);
  expect(parts).toEqual(['resident']);
});
