import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { ownId } from '../../../platform/permissions.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { declineToTell } from '../consent/commands.ts';
import { consentPath } from '../consent/token.ts';
import { storiesPaths } from '../paths.ts';
import type { StoryServices } from '../services.ts';
import { listConsentsOf } from '../store/consents.ts';
import { findStory, listStoriesOf } from '../store/stories.ts';
import { listTexts } from '../store/texts.ts';
import { offerStory, tellStory } from '../story/commands.ts';
import { storiesMessages } from '../words.ts';
import { readTelling, tellForm } from './form.ts';
import { teller } from './relation.ts';
import { OwnPage, OwnStoriesPage, TellPage } from './views.tsx';

const MOST = 50;
type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale'>;

/** What somebody tells, and all that they agreed to. */
export const tellingRoutes = (services: StoryServices): readonly Route[] => [
  get({
    path: storiesPaths.ownAll,
    access: 'person',
    audit: null,
    async handle({ db, locale, ...call }) {
      const stories = await listStoriesOf(db, ownId(call), MOST);
      const consents = await listConsentsOf(db, ownId(call));
      const ids = [...stories.map(({ id }) => id), ...consents.map(({ storyId }) => storyId)];
      const texts = await listTexts(db, ids);
      const body = (
        <OwnStoriesPage {...{ stories, consents, texts }} pathOf={(id) => consentPath(services, id)} />
      );
      return { ...page(storiesMessages.in(locale).plain('own_stories'), body), isShownOnce: true };
    },
  }),
  get({
    path: storiesPaths.offer,
    access: 'person',
    audit: null,
    handle: ({ locale }) => offerPage(locale, tellForm.begin()),
  }),
  post({
    path: storiesPaths.offer,
    access: 'person',
    audit: 'stories.story.told',
    limit: { by: 'person', tries: 5, minutes: 60 },
    form: tellForm.schema,
    async handle(call) {
      const read = readTelling(call.fields);
      if (!read.ok) return refusedBy(read.refusal);
      const tellerId = ownId(call);
      const { isGuarded } = call.fields as { readonly isGuarded: boolean };
      const id = await offerStory(
        call.db,
        { ...read.value, tellerId, source: call.locale, isGuarded },
        call.now,
      );
      return answer(call, id, 'story_was_told');
    },
    again: ({ locale }, form) => offerPage(locale, form),
  }),
  ...ownRoutes(services),
];

/** One of one’s own: told after an invitation, refused, looked at. */
const ownRoutes = (services: StoryServices): readonly Route[] => [
  get({
    path: storiesPaths.own,
    access: [teller],
    audit: null,
    handle: (call) => ownPage(call, services, tellForm.begin()),
  }),
  post({
    path: `${storiesPaths.own.pattern}/telling`,
    access: [teller],
    audit: 'stories.story.told',
    form: tellForm.schema,
    async handle(call) {
      const read = readTelling(call.fields);
      if (!read.ok) return refusedBy(read.refusal);
      const { isGuarded } = call.fields as { readonly isGuarded: boolean };
      const on = { storyId: call.params.id, as: 'teller', byPersonId: ownId(call), now: call.now } as const;
      const told = await tellStory(call.db, { ...on, telling: read.value, isGuarded });
      return told.ok ? answer(call, told.value.id, 'story_was_told') : refusedBy(told.refusal);
    },
    again: (call, form) => ownPage(call, services, form),
  }),
  post({
    path: `${storiesPaths.own.pattern}/refusal`,
    access: [teller],
    audit: 'stories.story.declined',
    form: z.object({}),
    async handle(call) {
      const on = { storyId: call.params.id, as: 'teller', byPersonId: ownId(call), now: call.now } as const;
      const done = await declineToTell(call.db, on);
      return done.ok ? answer(call, done.value.id, 'story_was_declined') : refusedBy(done.refusal);
    },
  }),
];

async function answer(
  call: Pick<Call, 'audit' | 'actor' | 'locale'>,
  id: string,
  says: 'story_was_told' | 'story_was_declined',
): Promise<Reply> {
  await call.audit({ subjectIds: [ownId(call)], object: { kind: 'stories.story', id } });
  const text = storiesMessages.in(call.locale).noted(says);
  return redirect(storiesPaths.own({ id }), { tone: 'done', text });
}

function offerPage(locale: Call['locale'], form: FormState): Reply {
  return page(storiesMessages.in(locale).plain('tell_offer'), <TellPage form={form} story={null} />);
}

async function ownPage(
  { db, params, locale }: Looking,
  services: StoryServices,
  form: FormState,
): Promise<Reply> {
  const story = await findStory(db, params.id);
  if (!story) return missing();
  const title = storiesMessages.in(locale).plain('own_story');
  if (story.state === 'invited') return page(title, <TellPage form={form} story={story} />);
  const consents = await listConsentsOf(db, story.tellerId);
  const own = consents.find(({ storyId }) => storyId === story.id);
  const texts = (await listTexts(db, [story.id])).get(story.id) ?? [];
  const path = own && story.state !== 'told' ? consentPath(services, own.id) : null;
  return { ...page(title, <OwnPage story={story} texts={texts} consentPath={path} />), isShownOnce: true };
}
