import { describe, expect, test } from 'vitest';
import { MONDAY_TEN, TUESDAY_NINE } from '../../../../test/support/spot-samples.ts';
import { toCalendarFile, type VisitInCalendar } from './calendar.ts';

const visit = {
  requestId: '5f6a1c1e-0000-4000-8000-000000000002',
  startsAt: MONDAY_TEN,
  endsAt: MONDAY_TEN.add({ minutes: 120 }),
  title: 'おとなり: 訪問',
  state: {
    is: 'confirmed',
    version: 7,
    area: '墨田区吾妻橋一丁目',
    url: 'https://help.example.org/ja/spot/requests/1',
  },
} as const;
const fileOf = (changes: Partial<VisitInCalendar> = {}) =>
  toCalendarFile({ ...visit, ...changes }, TUESDAY_NINE);
const linesOf = (changes: Partial<VisitInCalendar> = {}) => fileOf(changes).split('\r\n');

describe('a visit in the calendar', () => {
  test('has its time, its area and the way to its page', () => {
    const lines = linesOf();
    expect(lines).toContain('DTSTART:20261207T010000Z');
    expect(lines).toContain('DTEND:20261207T030000Z');
    expect(lines).toContain('DTSTAMP:20261124T000000Z');
    expect(lines).toContain('METHOD:PUBLISH');
    expect(lines).toContain('SEQUENCE:7');
    expect(lines).toContain('UID:5f6a1c1e-0000-4000-8000-000000000002@otonari');
    expect(lines).toContain('SUMMARY:おとなり: 訪問');
    expect(lines).toContain('LOCATION:墨田区吾妻橋一丁目');
    expect(lines).toContain('STATUS:CONFIRMED');
    expect(lines).toContain('TRIGGER:-PT2H');
    expect(lines).toContain('URL;VALUE=URI:https://help.example.org/ja/spot/requests/1');
  });

  test('ends with a line break, as every line of it', () => {
    expect(fileOf()).toMatch(/END:VCALENDAR\r\n$/);
    expect(fileOf().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has no place when they meet online', () => {
    expect(fileOf({ state: { ...visit.state, area: null } })).not.toContain('LOCATION');
  });

  test('that is cancelled takes its place, without alarm, place or way', () => {
    const lines = linesOf({ state: { is: 'cancelled', version: 9 } });
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines).toContain('SEQUENCE:9');
    expect(lines).toContain('UID:5f6a1c1e-0000-4000-8000-000000000002@otonari');
    expect(lines.join()).not.toMatch(/VALARM|LOCATION|URL/);
  });

  test('tells a former volunteer that it is cancelled, and not how often the request has changed', () => {
    expect(linesOf({ state: { is: 'cancelled', version: null } })).toContain('SEQUENCE:1000000');
  });
});
