import { describe, expect, test } from 'vitest';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { makeToken, readToken } from './unsubscribe-token.ts';

const keys = makeTokens('a secret of at least thirty-two characters');
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const wish = { personId: '00000000-0000-4000-8000-000000000001', group: 'messages' } as const;
const token = makeToken(keys, wish, now);

describe('the token of an unsubscribe link', () => {
  test('says whose mail and which, and tells nothing to who reads it', () => {
    expect(readToken(keys, token, now)).toEqual(wish);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain(wish.personId);
  });

  test.each([
    [0, wish],
    [90 * 24, wish],
    [90 * 24 + 1, 'expired'],
  ])('after %d hours it reads %j', (hours, read) => {
    expect(readToken(keys, token, now.add({ hours }))).toEqual(read);
  });

  test('changed in any one character it is forged', () => {
    for (let index = 0; index < token.length - 1; index++) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const changed = token.slice(0, index) + other + token.slice(index + 1);
      expect(readToken(keys, changed, now)).toBe('forged');
    }
  });

  test.each([
    ['', 'nothing'],
    ['abc', 'too short'],
    [makeToken(makeTokens('another secret of thirty-two characters'), wish, now), 'made elsewhere'],
    [keys.seal(`${wish.personId} messages 9999999999999`, 'some other purpose'), 'sealed for something else'],
    [keys.seal(`${wish.personId} safety 9999999999999`, 'notifications.unsubscribe'), 'for safety'],
    [keys.seal(wish.personId, 'notifications.unsubscribe'), 'half of one'],
  ])('%s is forged: %s', (given) => {
    expect(readToken(keys, given, now)).toBe('forged');
  });
});
