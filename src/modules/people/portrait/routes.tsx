import type { VNode } from 'preact';
import { z } from 'zod';
import { PhotoField } from '../../../kits/forms/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { deleteFilesAfter, type Files, readFileById, tryKeepFile } from '../../../platform/files/files.ts';
import { cutSquare, MOST_UPLOAD_BYTES, readPicture } from '../../../platform/files/pictures.ts';
import { useWords } from '../../../platform/languages/reading.tsx';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { Actions, Button, Card, Form, FormErrors, PersonBadge } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { nameFor } from '../naming.tsx';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { ownPage } from '../persons/own-page.tsx';
import { lockPerson } from '../persons/store.ts';
import type { PeopleServices } from '../services.ts';
import { findPortraitAddress, isMadeFor } from './address.ts';
import { deletePortrait, findShower, insertPortrait } from './store.ts';

/** In pixels: twice as many as the largest one on a screen. */
const SIDE = 192;
const KIND = 'people.portrait';
/** Room for a picture that is too large as well: the form comes back and says so. */
const MOST_BYTES = 2 * MOST_UPLOAD_BYTES + 524_288;

/** A face, shown by whoever wishes; and the pictures themselves, for those whose page shows them. */
export function portraitRoutes({ files, areKeptApart }: PeopleServices): readonly Route[] {
  if (!files || !areKeptApart) return [];
  return [
    get({
      path: peoplePaths.portrait,
      access: 'person',
      audit: null,
      handle: (call) => portraitPage(call, FormState.fresh()),
    }),
    post({
      path: peoplePaths.portrait,
      access: 'person',
      audit: null,
      form: z.object({}),
      maxBytes: MOST_BYTES,
      seconds: 30,
      limit: { by: 'person', tries: 60, minutes: 60 },
      handle: (call) => show(call, files),
      again: portraitPage,
    }),
    post({
      path: peoplePaths.portraitRemoval,
      access: 'person',
      audit: null,
      async handle(call) {
        const { id } = await findOwnPerson(call);
        await lockPerson(call.db, id);
        await takeAway(call, id);
        return done(call, 'portrait_is_gone');
      },
    }),
    get({
      path: peoplePaths.portraitFile,
      access: 'person',
      audit: null,
      async handle({ db, params, actor, now }) {
        const looking = { readerId: actor.personId ?? '', now };
        const personId = isMadeFor(db, params, looking) ? await findShower(db, params.id) : null;
        if (!personId) return missing();
        if (await areKeptApart(db, looking.readerId, personId)) return missing();
        const file = await readFileById(db, files, params.id);
        return file ? { kind: 'file', body: file.bytes, mediaType: file.mediaType } : missing();
      },
    }),
  ];
}

async function show(call: Call<unknown, unknown, Tx>, files: Files): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const upload = call.uploads.get('photo');
  if (!upload) return refusedBy({ code: 'portrait_needs_photo', field: 'photo' });
  const picture = await readPicture(new Uint8Array(await upload.arrayBuffer()));
  if (!picture.ok) return refusedBy({ ...picture.refusal, field: 'photo' });
  const square = await cutSquare(picture.value, SIDE);
  const about = { picture: square, ownerId: id, kind: KIND, now: call.now };
  // Whoever sends two at once shows one of them.
  await lockPerson(call.db, id);
  const kept = await tryKeepFile(call.db, files, about);
  if (!kept.ok) return refusedBy({ ...kept.refusal, field: 'photo' });
  await takeAway(call, id);
  await insertPortrait(call.db, { personId: id, fileId: kept.value, now: call.now });
  return done(call, 'portrait_is_kept');
}

/** A former picture goes with the night; from now on no address opens it. */
async function takeAway({ db, now }: Pick<Call<unknown, unknown, Tx>, 'db' | 'now'>, personId: string) {
  const former = await deletePortrait(db, personId);
  if (former) await deleteFilesAfter(db, [former], now);
}

function done({ locale }: Pick<Call, 'locale'>, text: 'portrait_is_kept' | 'portrait_is_gone'): Reply {
  return redirect(peoplePaths.portrait(), { tone: 'done', text: peopleMessages.in(locale).noted(text) });
}

async function portraitPage(
  call: Pick<Call, 'db' | 'actor' | 'locale' | 'now'>,
  form: FormState,
): Promise<Reply> {
  const person = await findOwnPerson(call);
  const address = await findPortraitAddress(call.db, person.id, { readerId: person.id, now: call.now });
  const name = nameFor(person, call.locale, 'counterpart');
  return ownPage(
    call,
    'portrait',
    <>
      <FormErrors refusals={form.refusals} />
      {address && (
        <Shown>
          <PersonBadge
            name={name.text}
            shown={name.words}
            portrait={address}
            sentence={person.sentence}
            size="large"
          />
        </Shown>
      )}
      <PortraitForm form={form} isShown={address !== null} />
    </>,
  );
}

function Shown({ children }: { readonly children: VNode }): VNode {
  const t = useWords(peopleMessages);
  return (
    <Card title={t('portrait_shown')} level={2}>
      {children}
      <Form action={peoplePaths.portraitRemoval()}>
        <Actions>
          <Button>{t('portrait_remove')}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

function PortraitForm({ form, isShown }: { readonly form: FormState; readonly isShown: boolean }): VNode {
  const t = useWords(peopleMessages);
  return (
    <Form action={peoplePaths.portrait()} files label={t.plain('portrait_title')}>
      <p>{t('portrait_who_sees')}</p>
      <PhotoField {...form.field('photo')} label={t('portrait_label')} hint={t('portrait_hint')} />
      <Actions>
        <Button kind="main">{t(isShown ? 'portrait_replace' : 'portrait_keep')}</Button>
      </Actions>
    </Form>
  );
}
