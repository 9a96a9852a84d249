import { describe, expect, test } from 'vitest';
import { sampleForm, samplePlace, TUESDAY_NINE } from '../../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import type { RequestForm } from '../../types.ts';
import { refuseForm } from './form.ts';

const asking = { now: TUESDAY_NINE, settings: DEFAULT_SETTINGS, isByCoordinator: false };

function fieldsOf(changes: Partial<RequestForm>): string[] {
  return refuseForm(sampleForm(changes), asking).map((refusal) => `${refusal.field}: ${refusal.code}`);
}

describe('a request', () => {
  test('can be sent when all is said', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  test.each<[string, Partial<RequestForm>, string[]]>([
    ['says what is needed', { ownWords: ' \n' }, ['ownWords: say_what_you_need']],
    ['fits its place', { ownWords: 'あ'.repeat(2001) }, ['ownWords: text_is_too_long']],
    ['counts emoji as one', { ownWords: '🙏'.repeat(2000) }, []],
    ['says what is to be done', { neededTasks: [] }, ['neededTasks: say_what_is_to_be_done']],
    ['says how to talk', { talkLanguages: [] }, ['talkLanguages: say_how_we_can_talk']],
    ['may be in Easy Japanese alone', { talkLanguages: [], isEasyJapaneseOk: true }, []],
    ['is at most five photos', { photoIds: Array(6).fill('x') }, ['photoIds: too_many_photos']],
    ['is at most three hours', { durationMinutes: 300 }, ['durationMinutes: visit_is_too_long']],
  ])('%s', (_, changes, expected) => {
    expect(fieldsOf(changes)).toEqual(expected);
  });

  test('is told everything that is missing at once', () => {
    const place = samplePlace({ municipalityCode: '27100' });
    expect(fieldsOf({ ownWords: '', place, possibleTimes: [], durationMinutes: 5 })).toEqual([
      'ownWords: say_what_you_need',
      'municipalityCode: place_is_outside_our_area',
      'durationMinutes: visit_is_too_short',
      'times: choose_at_least_one_time',
    ]);
  });
});
