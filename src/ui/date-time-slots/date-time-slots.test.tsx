import { expect, test } from 'vitest';
import { renderPart } from '../render.ts';
import { DateTimeSlots } from './date-time-slots.tsx';

const given = { name: 'when', label: 'When?', starts: ['08:30', '10:00'], lengths: [30, 90] };

test('the first time is needed, the others may stay empty', () => {
  const html = renderPart(<DateTimeSlots {...given} />, 'en');
  expect(html).toMatch(/id="when.0.date"[^>]* required/);
  expect(html).not.toMatch(/id="when.1.date"[^>]* required/);
  expect(html).toContain('name="when.2.minutes"');
});

test('what was typed comes back, with the refusal in its row', () => {
  const slots = [
    { date: '2027-02-30', start: '10:00', minutes: '90' },
    { date: '', start: '', minutes: '' },
  ];
  const html = renderPart(
    <DateTimeSlots {...given} slots={slots} refusals={['There is no such day.']} />,
    'en',
  );
  expect(html).toContain('value="2027-02-30"');
  expect(html).toMatch(/<option value="90" selected>/);
  expect(html).toMatch(/id="when.0-refusal">.*There is no such day\./);
  expect(html).not.toContain('when.1-refusal');
});

test('lengths are said in the reader’s language', () => {
  expect(renderPart(<DateTimeSlots {...given} />, 'ja')).toContain('1時間30分');
});

test('further times are folded away, but not one that is filled in or refused', () => {
  const times = [
    { date: '2026-12-07', start: '10:00' },
    { date: '', start: '' },
    { date: '2026-12-08', start: '' },
  ];
  const folds = (html: string) =>
    [...html.matchAll(/<details class="slot-more"( open)?>/g)].map(([, open]) => Boolean(open));
  expect(folds(renderPart(<DateTimeSlots {...given} slots={times} />, 'en'))).toEqual([false, true]);
  const refusals = [undefined, 'There is no such day.'];
  expect(folds(renderPart(<DateTimeSlots {...given} refusals={refusals} />, 'en'))).toEqual([true, false]);
});
