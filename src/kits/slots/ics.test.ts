import { describe, expect, test } from 'vitest';
import { type Appointment, calendarFile, LAST_SEQUENCE } from './ics.ts';

const tokyo = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const visit: Appointment = {
  id: '5f6a1c1e-0000-4000-8000-000000000002',
  sequence: 7,
  startsAt: tokyo('2026-12-07T10:00'),
  endsAt: tokyo('2026-12-07T12:00'),
  title: 'おとなり: 訪問',
  details: { area: '墨田区吾妻橋一丁目', url: 'https://help.example.org/ja/spot/requests/1' },
};
const fileOf = (changes: Partial<Appointment> = {}) => {
  const file = calendarFile('Spot', { ...visit, ...changes }, tokyo('2026-11-24T09:00'));
  return file.kind === 'file' ? String(file.body) : '';
};
const linesOf = (changes: Partial<Appointment> = {}) => fileOf(changes).split('\r\n');

describe('an appointment in the calendar', () => {
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
    expect(fileOf({ details: { url: 'https://help.example.org/x', area: null } })).not.toContain('LOCATION');
  });

  test('that is cancelled takes its place, without alarm, place or way', () => {
    const lines = linesOf({ sequence: 9, details: null });
    expect(lines).toContain('STATUS:CANCELLED');
    expect(lines).toContain('SEQUENCE:9');
    expect(lines).toContain('UID:5f6a1c1e-0000-4000-8000-000000000002@otonari');
    expect(lines.join()).not.toMatch(/VALARM|LOCATION|URL/);
  });

  test('that is cancelled for somebody who is no longer part of it does not say how often it has changed', () => {
    expect(linesOf({ sequence: LAST_SEQUENCE, details: null })).toContain('SEQUENCE:1000000');
  });
});
