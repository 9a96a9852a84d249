import { randomBytes } from 'node:crypto';
import { doing } from '../../../kits/acts/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { accept, refuse } from '../../../platform/refusal.ts';
import { type ConsentChanges, findConsent, updateConsent } from '../store/consents.ts';
import { insertProof } from '../store/proofs.ts';
import { lockStory } from '../store/stories.ts';
import type { Consent, Proof, Story } from '../types.ts';
import { consentLife } from './life.ts';

/** The job that writes to whoever is in a story. */
export const TELL = 'stories-tell';
export const LETTERS = ['asked', 'agreed', 'declined', 'recalled', 'ended', 'published'] as const;
export type LetterKind = (typeof LETTERS)[number];

export interface OnConsent {
  readonly consentId: string;
  readonly as: 'whoever is asked' | 'coordinator' | 'house';
  readonly byPersonId: string | null;
  readonly now: Temporal.Instant;
  readonly version?: number | undefined;
}

export interface ConsentScene {
  readonly story: Story;
  readonly consent: Consent;
}

interface Ending {
  readonly changes: ConsentChanges;
}

export const { enter, does } = doing<typeof consentLife.acts, OnConsent, ConsentScene, Ending, ConsentScene>({
  life: consentLife,
  unknown: 'consent_is_unknown',
  async lock(tx, { consentId }) {
    const seen = await findConsent(tx, consentId);
    const story = seen && (await lockStory(tx, seen.storyId));
    // Read once more: whoever held the story has written it meanwhile.
    const consent = story && (await findConsent(tx, consentId));
    return consent ? { story, consent } : null;
  },
  stateOf: ({ consent }) => consent.state,
  partyOf: (on) => on.as,
  isTheirs: ({ consent }, { version }) =>
    version !== undefined && version !== consent.version ? refuse('consent_has_changed_since') : accept(null),
  async move(tx, { from, to, scene, ending }) {
    await updateConsent(tx, scene.consent.id, { ...ending.changes, ...(to && to !== from && { state: to }) });
  },
  done: (scene) => scene,
});

/** Writes to whoever is in it, with the commit. */
export function writeTo(
  tx: Tx,
  consentId: string,
  kind: LetterKind,
  code: string | null = null,
): Promise<void> {
  return addJob(tx, TELL, { consentId, kind, code, turn: randomBytes(6).toString('hex') });
}

const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Proves what was done, and sends the proof. @returns its code */
export async function prove(
  tx: Tx,
  consent: Parameters<typeof insertProof>[1],
  act: Proof['act'],
  at: Temporal.Instant,
): Promise<string> {
  const code = [...randomBytes(12)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  await insertProof(tx, consent, { code, act, at });
  await writeTo(tx, consent.id, act, code);
  return code;
}
