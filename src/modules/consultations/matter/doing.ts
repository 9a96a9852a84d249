import { doing } from '../../../kits/acts/index.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { publish } from '../events.ts';
import { findMatter, insertStep, type MatterChanges, updateMatter } from '../store/matters.ts';
import type { Matter } from '../types.ts';
import { matterLife } from './life.ts';

export interface OnMatter {
  readonly matterId: string;
  readonly as: 'resident' | 'coordinator' | 'expert' | 'house';
  /** Nobody by name: an expert by the link of a mail, the house. */
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  /** Of the page that they have before them. */
  readonly version?: number | undefined;
}

/**
 * Acts on a matter: locked, judged, moved with its line of history, told; all in the caller's transaction. A coordinator acts on
 * what is in their own care; whoever opens a matter by a reason only reads.
 */
export const { enter, does } = doing<
  typeof matterLife.acts,
  OnMatter,
  Matter,
  { readonly changes: MatterChanges },
  Matter
>({
  life: matterLife,
  unknown: 'matter_is_unknown',
  lock: (tx, { matterId }) => findMatter(tx, matterId, 'locked'),
  stateOf: ({ state }) => state,
  partyOf: ({ as }) => as,
  isTheirs(matter, on) {
    if (on.version !== undefined && on.version !== matter.version)
      return refuse('matter_was_changed_meanwhile');
    if (on.as === 'resident' && matter.residentId !== on.byPersonId) return refuse('matter_is_unknown');
    if (on.as === 'coordinator' && matter.responsibleId && matter.responsibleId !== on.byPersonId)
      return refuse('matter_is_in_other_hands');
    return accept(null);
  },
  async move(tx, { act, from, to, scene: { id }, on, ending }) {
    if (!to) throw new Error('a matter stands somewhere');
    await updateMatter(tx, id, { ...ending.changes, ...(to !== from && { state: to }) });
    await insertStep(tx, { matterId: id, act, from, to, byPerson: on.byPersonId, at: on.now });
  },
  tell: (tx, type, { scene, on }) =>
    publish(tx, {
      type,
      ids: {
        matterId: scene.id,
        residentId: scene.residentId,
        ...(on.byPersonId && { byPersonId: on.byPersonId }),
      },
      live: ['desk', `person:${scene.residentId}`],
    }),
  done: (matter) => matter,
});
