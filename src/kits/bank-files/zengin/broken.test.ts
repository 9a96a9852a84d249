import { describe, expect, test } from 'vitest';
import { brokenZenginFiles } from '../../../../test/support/broken-bank-files.ts';
import web from '../../../platform/web/messages/en.json' with { type: 'json' };
import { bankFileMessages, readBankFile } from '../index.ts';

const today = Temporal.PlainDate.from('2026-11-30');

test.each(brokenZenginFiles)('a file is refused whole that is %s', (_, bytes, refusal) => {
  expect(readBankFile(bytes, today)).toEqual({ ok: false, refusal });
});

test('there are many ways for a file to be wrong', () => {
  expect(new Set(brokenZenginFiles.map(([what]) => what)).size).toBeGreaterThanOrEqual(40);
});

describe('each refusal has words, with the line and all else that it knows', () => {
  const refusals = brokenZenginFiles.map(([, , refusal]) => refusal).filter(({ code }) => !(code in web));

  test.each(refusals)('$code', ({ code, params = {} }) => {
    if (!bankFileMessages.has(code)) throw new Error(`nobody says ${code}`);
    for (const locale of ['ja', 'en'] as const) {
      const words = bankFileMessages.in(locale).plain(code, params).replaceAll(',', '');
      for (const value of Object.values(params)) expect(words).toContain(String(value).replaceAll(',', ''));
    }
  });
});
