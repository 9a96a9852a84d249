import { type Demonstration, done } from '../../src/platform/parts/demonstration.ts';
import { proposeWalk } from './commands.ts';

/** A walk that somebody of the invented world has proposed. */
export const walksDemonstration: Demonstration = async (tx, { today, openDay, at, residentIds }) => {
  const proposerId = residentIds.get('sita');
  if (!proposerId) return;
  const walk = { proposerId, onDay: openDay(3), meetingPlace: 'By the post office' };
  done(await proposeWalk(tx, { ...walk, now: at(today, '09:00') }), 'a walk');
};
