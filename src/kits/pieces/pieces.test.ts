import { describe, expect, test } from 'vitest';
import { hashOf, originOf, type Piece, sentByMachine, sentByPerson } from './index.ts';

type Origin = 'machine' | 'checked' | 'person' | 'written';
const now = hashOf('We met twice.');
const piece = (origin: Origin, text = '会いました。'): Piece<Origin> => ({
  text,
  origin,
  of: hashOf('We met.'),
});

describe('a machine', () => {
  test('fills what nobody has written', () => {
    const proposed = { text: '二度会いました。', of: now };
    const filled = { ...proposed, origin: 'machine' };
    expect(sentByMachine(proposed, undefined)).toEqual(filled);
    expect(sentByMachine(proposed, piece('machine'))).toEqual(filled);
    expect(sentByMachine(proposed, piece('person', ''))).toEqual(filled);
  });

  test.each(['person', 'checked', 'written'] as const)(
    'leaves words that are “%s”, and what they say',
    (origin) => {
      expect(sentByMachine({ text: '二度会いました。', of: now }, piece(origin))).toEqual(piece(origin));
    },
  );
});

describe('a person', () => {
  test.each([
    ['machine', 'person', 'machine'],
    ['machine', 'checked', 'checked'],
    ['person', 'checked', 'person'],
    ['written', 'person', 'written'],
  ] as const)('who leaves “%s” words and says “%s” sends words that are “%s”', (was, says, is) => {
    expect(sentByPerson({ text: '会いました。', of: now }, piece(was), says)).toEqual({
      ...{ text: '会いました。', of: now },
      origin: is,
    });
  });

  test('who writes anew has written it', () => {
    const sent = { text: 'お会いしました。', of: now };
    expect(sentByPerson(sent, piece('machine'), 'person')).toEqual({ ...sent, origin: 'person' });
  });
});

test('the least certain piece says where a text comes from; an empty one says nothing', () => {
  const rest = ['person', 'written'] as const;
  expect(originOf([piece('written'), piece('machine'), piece('checked')], rest)).toBe('machine');
  expect(originOf([piece('written'), piece('machine', ''), piece('checked')], rest)).toBe('checked');
  expect(originOf([piece('written'), piece('person')], rest)).toBe('person');
  expect(originOf<Origin>([], rest)).toBe('written');
});
