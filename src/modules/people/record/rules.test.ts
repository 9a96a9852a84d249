import { describe, expect, it } from 'vitest';
import { whoFor, wordsFor } from './rules.ts';

const WORDS = [
  'record_people_profile_viewed',
  'record_sign_in_session_started',
  ...['people', 'spot', 'trust', 'sign_in'].map((area) => `area_${area}`),
];

describe('wordsFor', () => {
  it.each([
    ['people.profile.viewed', 'seen', { act: 'record_people_profile_viewed' }],
    ['people.profile.viewed', 'refused', { area: 'area_people', outcome: 'refused' }],
    ['spot.request.viewed', 'seen', { area: 'area_spot', outcome: 'seen' }],
    ['trust.interview.recorded', 'done', { area: 'area_trust', outcome: 'done' }],
    ['giving.receipt.sent', 'done', { area: 'area_other', outcome: 'done' }],
    ['sign_in.session.started', 'done', { act: 'record_sign_in_session_started' }],
    ['sign_in.session.started', 'refused', { area: 'area_sign_in', outcome: 'refused' }],
    ['GET /people/:id', 'refused', { area: 'area_other', outcome: 'refused' }],
  ] as const)('%s, %s', (action, outcome, words) => {
    expect(wordsFor({ action, outcome }, (key) => WORDS.includes(key))).toEqual(words);
  });
});

describe('whoFor', () => {
  it.each([
    ['me', 'resident', 'spot.request.cancelled', 'done', 'you'],
    ['me', 'coordinator', 'people.profile.viewed', 'seen', 'you'],
    [null, 'visitor', 'sign_in.session.started', 'done', 'you'],
    [null, 'visitor', 'notifications.unsubscribed', 'done', 'you'],
    [null, 'visitor', 'sign_in.session.started', 'refused', 'visitor'],
    [null, 'visitor', 'spot.request.viewed', 'refused', 'visitor'],
    ['another', 'resident', 'sign_in.session.started', 'done', 'resident'],
    [null, 'program', 'spot.request.cancelled', 'done', 'program'],
    ['another', 'coordinator', 'people.profile.viewed', 'seen', 'coordinator'],
    ['another', 'astronaut', 'people.profile.viewed', 'seen', 'other'],
  ] as const)('%s as %s: %s, %s is told as %s', (actorId, actorRole, action, outcome, told) => {
    expect(whoFor({ actorId, actorRole, action, outcome }, 'me')).toBe(told);
  });
});
