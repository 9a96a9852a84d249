import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { SummaryList } from './summary-list.tsx';

test('every answer has its question, its other language and a way back that says what it changes', () => {
  const html = renderPart(
    <SummaryList
      rows={[
        {
          label: 'What?',
          value: 'A letter',
          beside: '手紙',
          besideLang: 'ja',
          change: { href: '/spot/draft#what', plainLabel: 'What?' },
        },
      ]}
    />,
    'en',
  );
  expect(html).toContain('<dt>What?</dt><dd>A letter</dd><dd class="summary-beside" lang="ja">手紙</dd>');
  expect(html).toMatch(/href="\/en\/spot\/draft#what".*<span class="visually-hidden">Change: What\?<\/span>/);
});

test('an answer that cannot change has no way back', () => {
  expect(renderPart(<SummaryList rows={[{ label: 'What?', value: 'A letter' }]} />, 'en')).not.toContain(
    '<a',
  );
});
