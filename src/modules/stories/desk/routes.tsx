import { actRoutes } from '../../../kits/acts/index.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { callName, findPerson } from '../../people/index.ts';
import { askEverybody, reopen, takeBackStory } from '../consent/commands.ts';
import { storiesPaths } from '../paths.ts';
import type { StoryServices } from '../services.ts';
import { findWhole } from '../store/shown.ts';
import { findAnswers } from '../store/stories.ts';
import { listUses } from '../store/uses.ts';
import { publishStory } from '../story/commands.ts';
import type { Story } from '../types.ts';
import { noteAsked, recordUse } from '../uses/commands.ts';
import { storiesStaffMessages } from '../words.ts';
import { inviteRoutes } from './invite.tsx';
import { storiesList } from './list.tsx';
import { peopleRoutes } from './people.tsx';
import { pictureRoutes } from './picture/routes.tsx';
import { storyForms } from './sent.ts';
import { DeskStoryPage } from './story-page.tsx';
import { tellsRoutes } from './tells.tsx';
import { writingRoutes } from './writing.tsx';

const access = ['coordinator'] as const;
interface Looking
  extends Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'actor' | 'locale' | 'now'> {
  readonly services: Pick<StoryServices, 'storySources'>;
}

/** What coordinators do with stories. */
export const deskRoutes = (services: StoryServices): readonly Route[] => [
  ...storiesList,
  // What has a name of its own stands before `/desk/stories/:id`.
  ...inviteRoutes,
  get({
    path: storiesPaths.deskStory,
    access,
    audit: 'stories.story.viewed',
    async handle(call) {
      const whole = await findWhole(call.db, call.params.id);
      if (!whole) return missing();
      const { id, tellerId } = whole.story;
      await call.audit({ subjectIds: [tellerId], object: { kind: 'stories.story', id } });
      return storyPage({ ...call, services }, FormState.fresh());
    },
  }),
  ...writingRoutes,
  ...tellsRoutes,
  ...peopleRoutes,
  ...pictureRoutes(services),
  ...actRoutes(
    storyForms,
    {
      access,
      on: ({ params, actor, now, fields }) => ({
        ...{ storyId: params.id, as: 'coordinator' as const, byPersonId: actor.personId, now },
        version: fields.version,
      }),
      about: ({ id, tellerId }: Story) => ({ subjectIds: [tellerId], object: { kind: 'stories.story', id } }),
      again: (call, form) => storyPage({ ...call, services }, form),
    },
    {
      asking: ({ db }, on) => askEverybody(db, on),
      reopening: ({ db }, on) => reopen(db, on),
      publication: ({ db }, on) => publishStory(db, { ...on, files: services.files }),
      recall: ({ db }, on) => takeBackStory(db, on),
      uses: ({ db, fields }, on) => recordUse(db, { ...on, ...fields }),
      told: ({ db, fields }, { version: _, ...on }) => noteAsked(db, { ...on, ...fields }),
    },
  ),
];

async function storyPage({ db, params, locale, now, services }: Looking, form: FormState): Promise<Reply> {
  const whole = await findWhole(db, params.id);
  if (!whole) return missing();
  const teller = await findPerson(db, whole.story.tellerId);
  return page(
    storiesStaffMessages.in(locale).plain('desk_story_title'),
    <DeskStoryPage
      {...{ ...whole, form, now }}
      begunFrom={await findSource(db, whole.story, services)}
      given={await findAnswers(db, params.id)}
      uses={await listUses(db, params.id)}
      teller={teller ? callName(teller, locale) : '–'}
    />,
  );
}

/** What it began from, for the way back there. */
async function findSource(db: Database, { begunFrom }: Story, { storySources }: Looking['services']) {
  const sources = storySources().find(({ kind }) => kind === begunFrom?.kind);
  return sources && begunFrom ? sources.find(db, begunFrom.id) : null;
}
