import { describe, expect, test } from 'vitest';
import { MONDAY_TEN, TUESDAY_NINE } from '../../../test/support/spot-samples.ts';
import { toCalendarFile } from './calendar.ts';
import type { Assignment } from './types.ts';

const ASSIGNMENT: Assignment = {
  id: '5f6a1c1e-0000-4000-8000-000000000001',
  requestId: '5f6a1c1e-0000-4000-8000-000000000002',
  volunteerId: '5f6a1c1e-0000-4000-8000-000000000003',
  startsAt: MONDAY_TEN,
  endsAt: MONDAY_TEN.add({ minutes: 120 }),
  language: 'en',
  isActive: true,
  acceptedAt: TUESDAY_NINE,
  confirmedAt: TUESDAY_NINE,
  endedAt: null,
  endedBecause: null,
  absent: null,
};

const visit = {
  assignment: ASSIGNMENT,
  title: 'おとなり: 訪問',
  area: '墨田区吾妻橋一丁目',
  url: 'https://help.example.org/ja/spot/requests/1',
};

describe('a visit in the calendar', () => {
  test('has its time, its area and the way to its page', () => {
    const lines = toCalendarFile(visit).split('\r\n');
    expect(lines).toContain('DTSTART:20261207T010000Z');
    expect(lines).toContain('DTEND:20261207T030000Z');
    expect(lines).toContain('DTSTAMP:20261124T000000Z');
    expect(lines).toContain('UID:5f6a1c1e-0000-4000-8000-000000000001@otonari');
    expect(lines).toContain('SUMMARY:おとなり: 訪問');
    expect(lines).toContain('LOCATION:墨田区吾妻橋一丁目');
    expect(lines).toContain('STATUS:CONFIRMED');
    expect(lines).toContain('TRIGGER:-PT2H');
    expect(lines).toContain('URL;VALUE=URI:https://help.example.org/ja/spot/requests/1');
  });

  test('has no place when they meet online, and doesn’t exist before both have confirmed', () => {
    expect(toCalendarFile({ ...visit, area: null })).not.toContain('LOCATION');
    expect(() => toCalendarFile({ ...visit, assignment: { ...ASSIGNMENT, confirmedAt: null } })).toThrow(
      'confirmed',
    );
  });
});
