import { describe, expect, test } from 'vitest';
import {
  MONDAY_TEN,
  samplePlace,
  sampleRequest,
  TUESDAY_NINE,
} from '../../../../../test/support/spot-samples.ts';
import type { Level } from '../../../../matching/dispatch/types.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import type { SupportRequest } from '../../types.ts';
import { timesToCome, toDispatchRequest, unableInJapanese, withPromises } from './dispatch.ts';

const settings = DEFAULT_SETTINGS;
const context = { now: TUESDAY_NINE, settings, householdId: null, keptApartIds: ['x'], askedIds: ['y'] };
const ranked = (changes: Partial<SupportRequest>) => toDispatchRequest(sampleRequest(changes), context);

describe('a request as dispatch ranks it', () => {
  test.each([
    ['place', 'in_person', 'speak', settings.travelBufferMinutes],
    ['phone', 'phone', 'phone', 0],
    ['online', 'online', 'speak', 0],
  ] as const)('%s', (kind, mode, task, travelBufferMinutes) => {
    const { exactAddress: _, ...place } = samplePlace({ kind });
    expect(ranked({ place: { ...place, hasExactAddress: false } })).toMatchObject({
      mode,
      task,
      travelBufferMinutes,
    });
  });

  test('leaves out whom nobody may ask, and asks first for the language in which it is written', () => {
    expect(ranked({})).toMatchObject({ restrictedVolunteerIds: ['x'], askedVolunteerIds: ['y'] });
    expect(ranked({ talkLanguages: ['ne', 'en'], ownWordsLocale: 'en' }).languages[0]).toBe('en');
  });

  test('lets Easy Japanese carry it only where whoever asks understands it', () => {
    expect(ranked({ isEasyJapaneseOk: false }).spokenJapanese).toBe(0);
    expect(ranked({ isEasyJapaneseOk: true }).spokenJapanese).toBeGreaterThan(0);
  });
});

test('of the possible times only those count that are still to come and not closed since', () => {
  const request = { possibleTimes: [TUESDAY_NINE, MONDAY_TEN], durationMinutes: 60 };
  expect(timesToCome(request, { now: TUESDAY_NINE, settings })).toHaveLength(1);
  const closed = { ...settings, closedOn: [Temporal.PlainDate.from('2026-12-07')] };
  const asStored = { ...settings, closedOn: closed.closedOn.map(String) } as unknown as typeof settings;
  expect(timesToCome(request, { now: TUESDAY_NINE, settings: asStored })).toEqual([]);
});

test('what somebody has promised stands in their calendar, whole minutes around it', () => {
  const promise = {
    startsAt: MONDAY_TEN.add({ seconds: 30 }),
    endsAt: MONDAY_TEN.add({ minutes: 60, seconds: 30 }),
    placeKind: 'place',
  } as const;
  const [visit] = withPromises({ weekly: [], visits: [] } as never, [promise]).visits ?? [];
  expect((visit?.toMinute ?? 0) - (visit?.fromMinute ?? 0)).toBe(61);
  expect(visit?.fromMinute).toBe(MONDAY_TEN.epochMilliseconds / 60_000);
});

test('a volunteer must be able to do in Japanese what is to be done in Japanese', () => {
  const speaks = (id: string, language: string, speak: Level, write: Level) => ({
    id,
    languages: [{ language, speak, read: speak, write, phone: speak }],
  });
  const volunteers = [
    speaks('reader', 'ja', 6, 0),
    speaks('writer', 'ja', 3, 3),
    speaks('stranger', 'ne', 6, 6),
  ];
  const unable = unableInJapanese({ neededTasks: ['speak', 'write'] }, volunteers, 3);
  expect(unable.map(({ volunteerId }) => volunteerId)).toEqual(['reader', 'stranger']);
});
