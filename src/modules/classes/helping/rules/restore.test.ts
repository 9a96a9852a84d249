import { describe, expect, test } from 'vitest';
import type { Counted } from '../../seats/rules/cap.ts';
import { type Candidate, rankRestoring, toAskAtOnce } from './restore.ts';

const tutor: Counted = { role: 'tutor', state: 'yes', isVetted: true };
const asked: Counted = { ...tutor, state: 'asked' };
const candidate = (personId: string, more: Partial<Candidate> = {}): Candidate => ({
  ...{ personId, role: 'tutor', state: null, recentDays: 0 },
  ...more,
});
const names = (ranked: readonly Candidate[]) => ranked.map(({ personId }) => personId);

describe('whose yes restores most seats', () => {
  test('a tutor’s is worth two, a helper’s none where two adults come already', () => {
    const scene = { room: 12, commitments: [tutor, tutor], wanted: 8 };
    const ranked = rankRestoring(scene, [candidate('helper', { role: 'helper' }), candidate('tutor')]);
    expect(ranked.map(({ personId, seats }) => [personId, seats])).toEqual([['tutor', 2]]);
  });

  test('a helper’s is worth the two of a tutor who would be alone, and a tutor’s four', () => {
    const scene = { room: 12, commitments: [tutor], wanted: 8 };
    const ranked = rankRestoring(scene, [candidate('helper', { role: 'helper' }), candidate('tutor')]);
    expect(ranked.map(({ personId, seats }) => [personId, seats])).toEqual([
      ['tutor', 4],
      ['helper', 2],
    ]);
  });

  test('where nobody comes, one alone restores nothing, and is asked nevertheless', () => {
    const ranked = rankRestoring({ room: 12, commitments: [], wanted: 4 }, [candidate('a')]);
    expect(ranked.map(({ seats, towards }) => [seats, towards])).toEqual([[0, 2]]);
  });

  test('nobody is asked for seats that no child wants, or that the room does not hold', () => {
    expect(rankRestoring({ room: 12, commitments: [tutor, tutor], wanted: 4 }, [candidate('a')])).toEqual([]);
    expect(rankRestoring({ room: 4, commitments: [tutor, tutor], wanted: 9 }, [candidate('a')])).toEqual([]);
  });

  test('equals are asked in turn: who came least, then who has not been asked yet; a no is a no', () => {
    const scene = { room: 12, commitments: [tutor, tutor], wanted: 8 };
    const all = [
      candidate('often', { recentDays: 3 }),
      candidate('silent', { state: 'silent' }),
      candidate('never'),
      candidate('no', { state: 'no' }),
      candidate('yes', { state: 'yes' }),
    ];
    expect(names(rankRestoring(scene, all))).toEqual(['never', 'silent', 'often']);
  });
});

describe('whom the house asks at once', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => candidate(name));

  test('two for each tutor who is missing', () => {
    expect(names(toAskAtOnce({ room: 12, commitments: [tutor, tutor], wanted: 5 }, all))).toEqual(['a', 'b']);
  });

  test('five at most', () => {
    expect(toAskAtOnce({ room: 12, commitments: [], wanted: 12 }, all)).toHaveLength(5);
  });

  test('nobody more while those who were asked could still fill what is missing', () => {
    const scene = { room: 12, commitments: [tutor, tutor, asked, asked], wanted: 5 };
    expect(toAskAtOnce(scene, all)).toEqual([]);
  });

  test('nobody where every child has a seat', () => {
    expect(toAskAtOnce({ room: 12, commitments: [tutor, tutor], wanted: 4 }, all)).toEqual([]);
  });
});
