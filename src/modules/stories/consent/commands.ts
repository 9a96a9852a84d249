import { hasActedAbout } from '../../../platform/audit/read.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import type { Files } from '../../../platform/files/files.ts';
import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { findByEmail } from '../../people/index.ts';
import { listKeptApart } from '../../trust/index.ts';
import { hideFace } from '../picture/commands.ts';
import { insertConsent, listConsents, type NewConsent, setWhere } from '../store/consents.ts';
import { listRevisions } from '../store/stories.ts';
import { findTexts } from '../store/texts.ts';
import { askedStory, declineStory, recallStory, reopenStory, settleStory } from '../story/commands.ts';
import { enter as enterStory, type OnStory } from '../story/doing.ts';
import { keepAsked } from '../text/commands.ts';
import type { Consent, Story } from '../types.ts';
import { agreementText, hashAsked, hashOfWords, wordsAsked } from './agreement.ts';
import { type ConsentScene, does, type OnConsent, prove, writeTo } from './doing.ts';
import { type Chosen, DEPENDS_DAYS, mayAgree, mayAsk } from './rules/asking.ts';

/** Still to be reckoned with. */
export const isOpen = ({ state }: Pick<Consent, 'state'>): boolean =>
  state !== 'declined' && state !== 'recalled';

/**
 * Somebody else is in it too: in the words or the picture. A child comes with whoever answers for it. Named once more before
 * they are asked, it says where they are now.
 */
export async function nameInStory(
  tx: Tx,
  { named, ...on }: OnStory & { readonly named: Omit<NewConsent, 'storyId'> },
): Promise<Outcome<Story>> {
  const entered = await enterStory(tx, on);
  if (!entered.ok) return entered;
  if (entered.value.state !== 'told') return refuse('ask_anew_first');
  if (!named.personId && !named.email) return refuse('say_how_to_ask', {}, 'email');
  if (named.personId === entered.value.tellerId) return refuse('is_in_it_already', {}, 'email');
  const already = (await listConsents(tx, [on.storyId])).find(
    (one) =>
      isOpen(one) &&
      (named.personId
        ? one.personId === named.personId
        : one.email === named.email && one.name === named.name),
  );
  if (already) await setWhere(tx, already.id, named);
  else await insertConsent(tx, { ...named, storyId: on.storyId });
  return entered;
}

const ask = does('ask', (_, __, { byPersonId, now }) =>
  accept({ changes: { asked_by: byPersonId, asked_at: now } }),
);

/** Those of them who have an account, also where they were named by their address alone, or answer for a child: whom each answers for. */
async function accountsOf(tx: Tx, consents: readonly Consent[]): Promise<ReadonlyMap<string, string>> {
  const known = new Map<string, string>();
  for (const { personId, email, name } of consents) {
    const id = personId ?? (email && (await findByEmail(tx, email))?.id);
    if (id) known.set(id, name);
  }
  return known;
}

/** Asks everybody in it, each by a letter of their own. Refused to whoever has decided about the help of one of them, and where two are kept apart. */
export async function askEverybody(tx: Tx, on: OnStory): Promise<Outcome<Story>> {
  const entered = await enterStory(tx, on);
  if (!entered.ok) return entered;
  const all = (await listConsents(tx, [on.storyId])).filter(isOpen);
  const known = await accountsOf(tx, all);
  const since = on.now.subtract({ hours: DEPENDS_DAYS * 24 });
  const dependents: string[] = [];
  for (const [subjectId, name] of known)
    if (on.byPersonId && (await hasActedAbout(tx, { actorId: on.byPersonId, subjectId }, since, 'stories')))
      dependents.push(name);
  const apart = await listKeptApart(tx, [...known.keys()]);
  const areKeptApart = [...apart.values()].flat().some((id) => known.has(id));
  const may = mayAsk({ dependents, areKeptApart });
  if (!may.ok) return may;
  const moved = await askedStory(tx, on);
  if (!moved.ok) return moved;
  await keepAsked(tx, on.storyId);
  const { as: _, storyId: __, version: ___, ...by } = on;
  for (const { id } of all) {
    const asked = await ask(tx, { ...by, consentId: id, as: 'coordinator' });
    if (!asked.ok) return asked;
    await writeTo(tx, id, 'asked');
  }
  return moved;
}

/** What somebody sends who agrees. */
export type Agreeing = OnConsent & {
  readonly chosen: Chosen;
  /** The words that they have read, by their hash. */
  readonly read: string;
  readonly organization: string;
};

const agreed = does('agree', async (tx, { story, consent }, on: Agreeing) => {
  const { chosen, read, organization, now } = on;
  const may = mayAgree(consent, chosen);
  if (!may.ok) return may;
  const revisions = (await listRevisions(tx, [story.id])).get(story.id) ?? [];
  const asked = { story, texts: await findTexts(tx, story.id), revisions };
  const words = wordsAsked(asked, consent.locale);
  if (hashAsked(asked, consent.locale) !== read) return refuse('story_has_changed_since');
  const until = now.toZonedDateTimeISO(TIME_ZONE).add({ years: chosen.years }).toInstant();
  const text = agreementText(words, consent, chosen, { organization, until });
  return accept({
    changes: {
      agreedText: text,
      agreed_hash: hashOfWords(text),
      uses: [...chosen.uses],
      naming: chosen.naming,
      shownAs: chosen.naming === 'none' ? null : chosen.shownAs,
      shows_face: chosen.showsFace,
      shows_place: chosen.showsPlace,
      until_at: until,
      agreed_at: now,
    },
  });
});

/** Agrees, in their own words’ letter; the last one to do so begins the days to think. */
export async function agree(tx: Tx, on: Agreeing): Promise<Outcome<ConsentScene>> {
  const done = await agreed(tx, on);
  if (!done.ok) return done;
  const { storyId, id } = done.value.consent;
  const all = (await listConsents(tx, [storyId])).filter(isOpen);
  const own = all.find((one) => one.id === id);
  if (own) await prove(tx, own, 'agreed', on.now);
  if (all.every(({ state }) => state === 'agreed')) {
    const settled = await settleStory(tx, { storyId, as: 'house', byPersonId: null, now: on.now });
    if (!settled.ok) return settled;
  }
  return done;
}

/** The words that they had agreed to go with it, those of others in the story too: its proof keeps their hash. */
const ended = (_: Tx, __: ConsentScene, { now }: OnConsent) =>
  accept({ changes: { agreedText: null, ended_at: now } });
const declined = does('decline', ended);
const recalled = does('recall', ended);

/** Says no. Whoever is in the words takes the story with them; who is in the picture alone is not to be seen on it. */
export async function declineConsent(tx: Tx, files: Files, on: OnConsent): Promise<Outcome<ConsentScene>> {
  return leave(tx, files, { on, done: await declined(tx, on), act: 'declined' });
}

/**
 * Takes everything back, at any time and without a reason: what is ours of it is gone with this transaction, whoever took it
 * has the proof by mail.
 * @param act `ended`: by itself, because its time is over
 */
export async function recallConsent(
  tx: Tx,
  files: Files,
  on: OnConsent,
  act: 'recalled' | 'ended' = 'recalled',
): Promise<Outcome<ConsentScene>> {
  return leave(tx, files, { on, done: await recalled(tx, on), act });
}

async function leave(
  tx: Tx,
  files: Files,
  {
    on,
    done,
    act,
  }: {
    readonly on: OnConsent;
    readonly done: Outcome<ConsentScene>;
    readonly act: 'declined' | 'recalled' | 'ended';
  },
): Promise<Outcome<ConsentScene>> {
  if (!done.ok) return done;
  const { story, consent } = done.value;
  await prove(tx, consent, act, on.now);
  if (consent.inText) return endStory(tx, done.value, on);
  await hideFace(tx, files, { story, left: consent }, on.now);
  const left = (await listConsents(tx, [story.id])).filter(isOpen);
  if (story.state === 'asked' && left.every(({ state }) => state === 'agreed')) {
    const settled = await settleStory(tx, { storyId: story.id, as: 'house', byPersonId: null, now: on.now });
    if (!settled.ok) return settled;
  }
  return done;
}

/** One who is told of in the words has left: nothing is left of the story, and the others' consents end with it. */
async function endStory(tx: Tx, scene: ConsentScene, on: OnConsent): Promise<Outcome<ConsentScene>> {
  const { id: storyId } = scene.story;
  const as = on.as === 'whoever is asked' ? 'anybody in it' : on.as;
  const gone = await recallStory(tx, { storyId, as, byPersonId: on.byPersonId, now: on.now });
  if (!gone.ok) return gone;
  await endOthers(tx, storyId, on.now);
  return accept(scene);
}

async function endOthers(tx: Tx, storyId: string, now: Temporal.Instant): Promise<void> {
  for (const other of (await listConsents(tx, [storyId])).filter(isOpen)) {
    await recalled(tx, { consentId: other.id, as: 'house', byPersonId: null, now });
    if (other.state === 'agreed') await prove(tx, other, 'ended', now);
  }
}

/** Whoever was to tell it, or has told it, does not want to any more: nobody else in it is asked about it either. */
export async function declineToTell(tx: Tx, on: OnStory): Promise<Outcome<Story>> {
  const gone = await declineStory(tx, on);
  if (gone.ok) await endOthers(tx, on.storyId, on.now);
  return gone;
}

/** Coordinators take it off for somebody who has called, or because it should not be there. */
export async function takeBackStory(tx: Tx, on: OnStory): Promise<Outcome<Story>> {
  const gone = await recallStory(tx, on);
  if (gone.ok) await endOthers(tx, on.storyId, on.now);
  return gone;
}

const askAnew = does('ask_anew', () =>
  accept({
    changes: {
      ...{ agreedText: null, agreed_hash: null, uses: [], naming: 'none' as const, shownAs: null },
      ...{ shows_face: false, shows_place: false, until_at: null, agreed_at: null },
    },
  }),
);

/** To be written anew: it is off our pages, and what was agreed to holds no longer. */
export async function reopen(tx: Tx, on: OnStory): Promise<Outcome<Story>> {
  const done = await reopenStory(tx, on);
  if (!done.ok) return done;
  for (const { id, state } of await listConsents(tx, [on.storyId]))
    if (state === 'asked' || state === 'agreed')
      await askAnew(tx, { consentId: id, as: 'coordinator', byPersonId: on.byPersonId, now: on.now });
  return done;
}

/** Somebody has left for good: all that they agreed to ends before they are erased. */
export async function recallAllOf(
  tx: Tx,
  files: Files,
  consents: readonly Consent[],
  now: Temporal.Instant,
): Promise<void> {
  for (const { id } of consents)
    await recallConsent(tx, files, { consentId: id, as: 'house', byPersonId: null, now });
}
