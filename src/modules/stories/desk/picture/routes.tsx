import { z } from 'zod';
import { defineForm, Fields, line, Refusals } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { readFileById } from '../../../../platform/files/files.ts';
import { MOST_UPLOAD_BYTES } from '../../../../platform/files/pictures.ts';
import { LOCALES, localeFacts } from '../../../../platform/languages/locales.ts';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import { text } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
} from '../../../../platform/web/route.ts';
import { Actions, Button, FileField, Form, Notice, PageHead } from '../../../../ui/index.ts';
import { storiesPaths } from '../../paths.ts';
import { drawFor, keepStoryPicture } from '../../picture/commands.ts';
import type { StoryServices } from '../../services.ts';
import { findPicture } from '../../store/pictures.ts';
import { findStory } from '../../store/stories.ts';
import { storiesStaffMessages } from '../../words.ts';
import { answerDone, onStory } from '../form-page.tsx';
import { keyOf } from '../language.ts';
import { box } from '../people.tsx';
import { MeasuredPicture } from './measured-picture.tsx';

const access = ['coordinator'] as const;
/** Room for a picture that is too large as well: the form comes back and says so. */
const MOST_BYTES = 2 * MOST_UPLOAD_BYTES + 524_288;

const pictureForm = defineForm(storiesStaffMessages, [
  line('crop', box, { label: 'picture_crop', hint: 'box_hint' }),
  ...LOCALES.map((locale) =>
    line(`alt.${locale}`, text(300), {
      label: `picture_alt_${keyOf(locale)}`,
      maxLength: 300,
      lang: localeFacts[locale].tag,
    }),
  ),
]);

/** The picture of a story: brought, cut, described, and looked at as everybody would see it now. */
export const pictureRoutes = ({ files }: Pick<StoryServices, 'files'>): readonly Route[] => [
  get({
    path: storiesPaths.deskPicture,
    access,
    audit: null,
    async handle(call) {
      const picture = await findPicture(call.db, call.params.id);
      const alt = Object.fromEntries(LOCALES.map((one) => [`alt.${one}`, picture?.alt[one] ?? '']));
      return show(call, pictureForm.begin({ crop: picture?.crop ?? null, ...alt }));
    },
  }),
  post({
    path: storiesPaths.deskPicture,
    access,
    audit: 'stories.picture.kept',
    form: pictureForm.schema,
    maxBytes: MOST_BYTES,
    seconds: 30,
    async handle(call) {
      const upload = call.uploads.get('photo');
      const typed = call.fields as unknown as Readonly<Record<string, string>>;
      const alt = Object.fromEntries(
        LOCALES.flatMap((one) => {
          const words = typed[`alt.${one}`];
          return words ? [[one, words]] : [];
        }),
      );
      const bytes = upload ? new Uint8Array(await upload.arrayBuffer()) : null;
      const sent = { bytes, crop: call.fields.crop, alt };
      const done = await keepStoryPicture(call.db, files, { ...onStory(call), sent });
      return answerDone(call, done, 'picture_was_kept');
    },
    again: (call, form) => show(call, form),
  }),
  get({
    path: storiesPaths.deskPhoto,
    access,
    audit: 'stories.picture.viewed',
    query: z.object({ part: z.enum(['cut', 'whole']).catch('cut').default('cut') }),
    async handle(call) {
      const story = await findStory(call.db, call.params.id);
      if (!story) return missing();
      await call.audit({ subjectIds: [story.tellerId], object: { kind: 'stories.story', id: story.id } });
      const drawn = await drawFor(call.db as never, files, story.id, call.fields);
      if (drawn.ok)
        return drawn.value
          ? { kind: 'file', body: drawn.value.bytes, mediaType: drawn.value.mediaType }
          : missing();
      // A face has no place yet: to mark it, whoever prepares it has to see the picture.
      const picture = await findPicture(call.db, story.id);
      const file = picture && (await readFileById(call.db, files, picture.originalId));
      return file ? { kind: 'file', body: file.bytes, mediaType: file.mediaType } : missing();
    },
  }),
];

type Looking = Pick<Call<{ id: string }, unknown, Database>, 'db' | 'params' | 'locale'>;

async function show({ db, params, locale }: Looking, form: FormState): Promise<Reply> {
  const story = await findStory(db, params.id);
  if (!story) return missing();
  const picture = await findPicture(db, params.id);
  const t = storiesStaffMessages.in(locale);
  return page(
    t.plain('picture_title'),
    <>
      <PageHead
        title={t('picture_title')}
        lead={t('picture_lead')}
        back={{ href: storiesPaths.deskStory(params), label: t('desk_story_title') }}
      />
      <Notice>{t('picture_known_again')}</Notice>
      {picture && <MeasuredPicture storyId={params.id} />}
      {picture?.crop && (
        <img
          class="story-photo"
          src={hrefIn(locale, storiesPaths.deskPhoto(params))}
          alt={picture.alt[locale] ?? t.plain('picture_now')}
        />
      )}
      <Refusals of={pictureForm} form={form} />
      <Form
        action={storiesPaths.deskPicture(params)}
        files
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <FileField
          {...form.field('photo')}
          label={t(picture ? 'picture_another' : 'picture_file')}
          hint={t('picture_file_hint')}
          accept="image/jpeg,image/png,image/webp"
          megabytes={12}
          optional={picture !== null}
        />
        <Fields of={pictureForm} form={form} />
        <Actions>
          <Button kind="main">{t('story_save')}</Button>
        </Actions>
      </Form>
    </>,
  );
}
