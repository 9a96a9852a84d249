import { describe, expect, test } from 'vitest';
import type { CareNote } from '../types.ts';
import { careOn, consentUntil, foodsToKeepFrom } from './care.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const now = Temporal.Instant.from('2026-12-01T10:00:00+09:00');
const note = (until: string, foods: CareNote['foods'] = []): CareNote => ({
  ...{ id: until, childId: 'c', kind: 'allergy', foods, what: '', whatToDo: '', consentAt: now },
  consentUntil: day(until),
});

describe('a consent to health notes', () => {
  test('lasts to the end of the school year, and never for a few weeks only', () => {
    expect(String(consentUntil(day('2026-12-05')))).toBe('2027-03-31');
    expect(String(consentUntil(day('2027-02-10')))).toBe('2028-03-31');
    expect(String(consentUntil(day('2027-04-01')))).toBe('2028-03-31');
  });

  test('nobody asked, nothing to know and lapsed are three answers', () => {
    const on = day('2027-04-03');
    expect(careOn({ careSaidAt: null }, [], on)).toEqual({ kind: 'unsaid' });
    expect(careOn({ careSaidAt: now }, [], on)).toEqual({ kind: 'nothing' });
    expect(careOn({ careSaidAt: now }, [note('2027-03-31')], on)).toEqual({ kind: 'lapsed' });
    expect(careOn({ careSaidAt: now }, [note('2027-03-31')], day('2027-03-31')).kind).toBe('notes');
  });

  test('what has lapsed is not hidden behind what holds', () => {
    expect(careOn({ careSaidAt: now }, [note('2027-03-31'), note('2028-03-31')], day('2027-04-03'))).toEqual({
      kind: 'lapsed',
    });
  });

  test('foods are said once, and only as long as they may be', () => {
    const notes = [note('2027-03-31', ['egg', 'milk']), note('2028-03-31', ['egg'])];
    expect(foodsToKeepFrom(notes, day('2027-01-09'))).toEqual(['egg', 'milk']);
    expect(foodsToKeepFrom(notes, day('2027-04-03'))).toEqual(['egg']);
  });
});
