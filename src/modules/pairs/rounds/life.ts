import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

const OPEN = ['draft', 'solved'] as const;

/** The life of a round, from the first look at who waits until it is published, or left. */
export const roundLife = defineLife({
  noun: 'pairs.round',
  acts: {
    begin: { from: [], to: 'draft', by: ['coordinator'], audit: 'pairs.round.begun' },
    solve: {
      from: OPEN,
      by: ['coordinator'],
      when: 'with everybody who waits by then',
      audit: 'pairs.round.solving_asked',
    },
    stop: {
      from: OPEN,
      by: ['coordinator'],
      when: 'while it is being solved',
      audit: 'pairs.round.solving_stopped',
    },
    settle: { from: OPEN, to: 'solved', by: ['house'], when: 'once the engine has found the best round' },
    decide: {
      from: OPEN,
      by: ['coordinator'],
      when: 'two are to be together, or not at all; solved again with it',
      audit: 'pairs.round.decided',
    },
    note: {
      from: OPEN,
      by: ['coordinator'],
      when: 'words beside two, for coordinators alone',
      audit: 'pairs.round.noted',
    },
    publish: {
      from: ['solved'],
      to: 'published',
      by: ['coordinator'],
      when: 'each pair becomes a proposal; not while it is being solved',
      audit: 'pairs.round.published',
    },
    discard: { from: OPEN, to: 'discarded', by: ['coordinator'], audit: 'pairs.round.discarded' },
  },
  refuses: (_act, state) => refuse(state === null ? 'there_is_no_round' : 'round_has_moved_on').refusal,
});
