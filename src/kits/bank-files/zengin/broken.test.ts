import { expect, test } from 'vitest';
import { brokenZenginFiles } from '../../../../test/support/broken-bank-files.ts';
import { readBankFile } from '../index.ts';

const today = Temporal.PlainDate.from('2026-11-30');

test.each(brokenZenginFiles)('a file is refused whole that is %s', (_, bytes, refusal) => {
  expect(readBankFile(bytes, today)).toEqual({ ok: false, refusal });
});

test('there are many ways for a file to be wrong', () => {
  expect(new Set(brokenZenginFiles.map(([what]) => what)).size).toBeGreaterThanOrEqual(40);
});
