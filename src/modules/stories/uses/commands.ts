import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { mayUse } from '../consent/rules/publishing.ts';
import { listConsents } from '../store/consents.ts';
import { insertUse, markTold } from '../store/uses.ts';
import { enter, type OnStory } from '../story/doing.ts';
import type { Channel, OTHER_USES, Story } from '../types.ts';

type OtherUse = (typeof OTHER_USES)[number];

/** What somebody agrees to when a story goes there. */
const CHANNEL_OF: Readonly<Record<OtherUse, Channel>> = {
  newsletter: 'print',
  press_kit: 'press',
  press: 'press',
  social: 'social',
  print: 'print',
};

/** Writes down that a story goes somewhere that is not ours to take back. Refused where not everybody has agreed to such places. */
export async function recordUse(
  tx: Tx,
  { kind, place, ...on }: OnStory & { readonly kind: OtherUse; readonly place: string },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { id: storyId, state } = entered.value;
  if (state !== 'published') return refuse('story_is_elsewhere');
  const channel = CHANNEL_OF[kind];
  const may = mayUse(channel, await listConsents(tx, [storyId]));
  if (!may.ok) return may;
  await insertUse(tx, { storyId, kind, channel, place, isOurs: false, byPersonId: on.byPersonId }, on.now);
  return entered;
}

/** Whoever has it was asked to take it away. */
export async function noteAsked(
  tx: Tx,
  { useId, ...on }: OnStory & { readonly useId: string },
): Promise<Outcome<Story>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const isThere = await markTold(tx, { id: useId, storyId: on.storyId }, on.now);
  return isThere ? accept(entered.value) : refuse('use_is_unknown');
}
