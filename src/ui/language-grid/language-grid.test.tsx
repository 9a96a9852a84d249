import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { LanguageGrid } from './language-grid.tsx';

const row = (code: string, plainName: string) => ({ code, name: plainName, plainName });
const given = {
  name: 'lang',
  label: 'Languages',
  languages: [row('ja', 'Japanese')],
  more: [row('ne', 'Nepali'), row('vi', 'Vietnamese')],
};

test('every language is asked for every task, and each answer has a name of its own', () => {
  const html = renderPart(<LanguageGrid {...given} />, 'en');
  for (const skill of ['speak', 'read', 'write', 'phone']) {
    expect(html).toContain(`name="lang.ja.${skill}" aria-label="Japanese: `);
  }
});

test('no ability is the answer until another one is chosen', () => {
  const html = renderPart(<LanguageGrid {...given} values={{ ja: { read: 'well' } }} />, 'en');
  expect(html).toMatch(/name="lang.ja.read".*?<option value="well" selected>/);
  expect(html).toMatch(/name="lang.ja.speak".*?<option value="none" selected>/);
});

test('a language with an answer is in sight, the rest wait behind a line', () => {
  const html = renderPart(
    <LanguageGrid {...given} values={{ ne: { speak: 'yes' }, vi: { speak: 'none' } }} />,
    'en',
  );
  const [inSight = '', behind = ''] = html.split('<details');
  expect(inSight).toContain('Nepali');
  expect(inSight).not.toContain('Vietnamese');
  expect(behind).toContain('Vietnamese');
});

test('a refusal stands with its language', () => {
  const html = renderPart(<LanguageGrid {...given} refusals={{ ja: 'Say how well.' }} />, 'en');
  expect(html).toMatch(/id="lang.ja-refusal">.*Say how well\./);
});
