import { type Demonstration, step } from '../../src/platform/parts/demonstration.ts';
import { proposeWalk } from './commands.ts';

/** A walk that somebody of the invented world has proposed. */
export const walksDemonstration: Demonstration = {
  steps({ today, openDay, at, residents }) {
    const proposerId = residents.get('sita')?.id;
    if (!proposerId) return [];
    const walk = { proposerId, onDay: openDay(3), meetingPlace: 'By the post office' };
    const now = at(today, '09:00');
    return [step(now, (tx) => proposeWalk(tx, { ...walk, now }), 'a walk')];
  },
  inTheMiddleOf: {
    sita: {
      ja: '散歩の相手を待っています。',
      'ja-easy': '散歩《さんぽ》の 相手《あいて》を 待《ま》って います。',
      en: 'She waits for somebody to walk with.',
      'zh-Hans': '她在等一位一起散步的人。',
    },
  },
};
