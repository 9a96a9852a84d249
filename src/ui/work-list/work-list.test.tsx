import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { FirstWords, WorkList, WorkRow } from './work-list.tsx';

test('a row says who, when, what else and its act, and how urgent it is by a drawing beside the word', () => {
  const html = renderPart(
    <WorkList label="Waiting">
      <WorkRow
        id="one"
        tone="danger"
        when="Now"
        ago="for 3 days"
        title="Sita"
        aside={['Sumida']}
        act="Read"
      />
      <WorkRow id="two" title="Maya" act="Read" />
    </WorkList>,
    'en',
  );
  expect(html).toContain('<ol role="list" aria-label="Waiting">');
  const [first = '', second = ''] = html.split('</li>');
  expect(first).toMatch(/id="one" data-tone="danger".*Sita.*<svg.*Now.*for 3 days.*Sumida.*Read/s);
  expect(second).not.toMatch(/<svg|data-tone|work-when|work-aside/);
});

test('first words are quoted in their language, in one line, and no more of them than fits', () => {
  const html = renderPart(<FirstWords>{`ガスの\n電話を${'長'.repeat(200)}`}</FirstWords>, 'en');
  expect(html).toMatch(/^<q lang="ja" dir="auto">ガスの 電話を長+…<\/q>$/);
  expect(html.match(/長/g)?.length).toBe(113);
});
