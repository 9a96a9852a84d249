import { z } from 'zod';
import type { Database } from '../../../../platform/database/connect.ts';
import { readFileById } from '../../../../platform/files/files.ts';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
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
} from '../../../../platform/web/route.ts';
import { storiesPaths } from '../../paths.ts';
import { drawFor } from '../../picture/commands.ts';
import type { StoryServices } from '../../services.ts';
import { findConsent } from '../../store/consents.ts';
import { findPicture } from '../../store/pictures.ts';
import { listProofs } from '../../store/proofs.ts';
import { findStory, listRevisions } from '../../store/stories.ts';
import { findTexts } from '../../store/texts.ts';
import { listUses } from '../../store/uses.ts';
import { isRestricted } from '../../story/guard.ts';
import { storiesMessages } from '../../words.ts';
import { hashAsked, wordsAsked } from '../agreement.ts';
import { agree, declineConsent, recallConsent } from '../commands.ts';
import { beginChoice, wasAsked } from '../rules/asking.ts';
import { readConsentToken } from '../token.ts';
import { consentForm, readChosen } from './form.ts';
import { ConsentPage } from './view.tsx';

/** Enough for a family behind one address, too few to try links by chance. */
const LIMIT = { by: 'person', tries: 60, minutes: 10 } as const;
type Asked = Pick<Call<{ token: string }, unknown, Database>, 'db' | 'params' | 'locale' | 'now'>;

/**
 * What somebody in a story is asked, has agreed to, and takes back: by a link, without signing in. The link alone changes
 * nothing, since scanners follow links: buttons do.
 */
export function consentRoutes(services: StoryServices): readonly Route[] {
  return [
    get({
      path: storiesPaths.consent,
      access: 'everyone',
      audit: null,
      limit: LIMIT,
      handle: (call) => show(services, call, null),
    }),
    get({
      path: storiesPaths.consentPhoto,
      access: 'everyone',
      audit: null,
      limit: LIMIT,
      handle: (call) => photo(services, call),
    }),
    post({
      path: `${storiesPaths.consent.pattern}/agreement`,
      access: 'everyone',
      audit: 'stories.consent.agreed',
      limit: LIMIT,
      form: consentForm.schema,
      async handle(call) {
        const consentId = readConsentToken(services, call.params.token);
        const consent = consentId && (await findConsent(call.db, consentId));
        if (!consent) return missing();
        const setting = await rememberedSetting(call.db, organizationSetting);
        const done = await agree(call.db, {
          ...{ consentId: consent.id, as: 'whoever is asked', byPersonId: null, now: call.now },
          organization: organizationName(setting, consent.locale),
          ...{ chosen: readChosen(call.fields), read: call.fields.read },
        });
        return done.ok ? answer(call, consent, 'consent_was_given') : refusedBy(done.refusal);
      },
      again: (call, form) => show(services, call, form),
    }),
    leaving(services, 'refusal', 'declined'),
    leaving(services, 'recall', 'recalled'),
  ];
}

function leaving(services: StoryServices, name: 'refusal' | 'recall', act: 'declined' | 'recalled'): Route {
  return post({
    path: `${storiesPaths.consent.pattern}/${name}` as `${string}/:token/${string}`,
    access: 'everyone',
    audit: `stories.consent.${act}`,
    limit: LIMIT,
    form: z.object({}),
    async handle(call) {
      const consentId = readConsentToken(services, call.params.token);
      const consent = consentId && (await findConsent(call.db, consentId));
      if (!consent) return missing();
      const does = act === 'recalled' ? recallConsent : declineConsent;
      const on = { consentId: consent.id, as: 'whoever is asked', byPersonId: null, now: call.now } as const;
      const done = await does(call.db, services.files, on);
      return done.ok ? answer(call, consent, `consent_was_${act}`) : refusedBy(done.refusal);
    },
    again: (call, form) => show(services, call as unknown as Asked, form),
  });
}

async function answer(
  call: Pick<Call<{ token: string }>, 'audit' | 'params' | 'locale'>,
  { id, personId }: { readonly id: string; readonly personId: string | null },
  says: 'consent_was_given' | 'consent_was_declined' | 'consent_was_recalled',
): Promise<Reply> {
  await call.audit({
    subjectIds: personId ? [personId] : [],
    object: { kind: 'stories.consent', id },
  });
  const text = storiesMessages.in(call.locale).noted(says);
  return redirect(storiesPaths.consent(call.params), { tone: 'done', text });
}

async function find(services: StoryServices, { db, params }: Pick<Asked, 'db' | 'params'>) {
  const id = readConsentToken(services, params.token);
  const consent = id ? await findConsent(db, id) : null;
  const story = consent && (await findStory(db, consent.storyId));
  return story ? { consent, story } : null;
}

async function show(services: StoryServices, call: Asked, form: FormState | null): Promise<Reply> {
  const { db, locale, params, now } = call;
  const found = await find(services, call);
  if (!found || !wasAsked(found.consent)) return missing();
  const { consent, story } = found;
  const revisions = (await listRevisions(db, [story.id])).get(story.id) ?? [];
  const asked = { story, texts: await findTexts(db, story.id), revisions };
  const words = wordsAsked(asked, consent.locale);
  const isGuarded =
    story.isGuarded || (consent.personId !== null && (await isRestricted(db, consent.personId, now)));
  const { years, ...begins } = beginChoice({ inPicture: consent.inPicture, isGuarded });
  const read = hashAsked(asked, consent.locale);
  const begun = consentForm.begin({ ...begins, uses: [...begins.uses], years: `${years}` as '2', read });
  const body = (
    <ConsentPage
      {...{ consent, isGuarded, words, read }}
      link={params.token}
      form={form ?? begun}
      errors={form ?? FormState.fresh()}
      hasPhoto={consent.inPicture && (await findPicture(db, story.id)) !== null}
      uses={await listUses(db, story.id)}
      proofs={await listProofs(db, consent.id)}
    />
  );
  return { ...page(storiesMessages.in(locale).plain('consent_title'), body), isShownOnce: true };
}

/** The picture as it came while they are asked; afterwards as everybody sees it. Only for who is on it, and not once it is over. */
async function photo(services: StoryServices, call: Asked): Promise<Reply> {
  const found = await find(services, call);
  if (!found?.consent.inPicture || !['asked', 'agreed'].includes(found.consent.state)) return missing();
  const { consent, story } = found;
  if (consent.state === 'agreed') {
    const drawn = await drawFor(call.db as never, services.files, story.id);
    return drawn.ok && drawn.value
      ? { kind: 'file', body: drawn.value.bytes, mediaType: drawn.value.mediaType }
      : missing();
  }
  const picture = await findPicture(call.db, story.id);
  const file = picture && (await readFileById(call.db, services.files, picture.originalId));
  return file ? { kind: 'file', body: file.bytes, mediaType: file.mediaType } : missing();
}
