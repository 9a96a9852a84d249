import { z } from 'zod';
import { ownId } from '../../../platform/permissions.ts';
import { refuse } from '../../../platform/refusal.ts';
import { checkbox, text } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
import { consultationPaths } from '../paths.ts';
import { keepPaper, MOST_BYTES, readPaper, showPaper } from '../room/papers.ts';
import { addWords, makeQuiet, reopen, withdraw } from '../room/resident.ts';
import type { ConsultationServices } from '../services.ts';
import { findMatter, listMattersOf } from '../store/matters.ts';
import { numberOfMatter } from '../types.ts';
import { consultationMessages } from '../words.ts';
import { findOwnRoom } from './find.ts';
import { asker } from './relation.ts';
import { OwnListPage, OwnMatterPage } from './views.tsx';

type OneMatter = Pick<Call<{ id: string }>, 'db' | 'params' | 'locale' | 'now'>;

async function show(call: OneMatter, form: FormState): Promise<Reply> {
  const matter = await findMatter(call.db, call.params.id);
  const room = matter && (await findOwnRoom(call.db, matter, call.locale));
  if (!room) return missing();
  const title = consultationMessages.in(call.locale).plain('matter_title', {
    number: numberOfMatter(room.matter),
  });
  return { ...page(title, <OwnMatterPage {...room} form={form} now={call.now} />), isShownOnce: true };
}

/** Their own record. */
const aboutOwn = (call: Pick<Call<{ id: string }>, 'actor' | 'params'>) => ({
  subjectIds: [ownId(call)],
  object: { kind: 'consultations.matter', id: call.params.id },
});

const own = { access: [asker], audit: null } as const;

const say = (call: Pick<Call, 'locale'>, id: string, key: Said): Reply =>
  redirect(consultationPaths.consultation({ id }), {
    tone: 'done',
    text: consultationMessages.in(call.locale).noted(key),
  });

/** What they choose: whether anything goes out to them, and that they don’t want it any more. */
const choosing: readonly Route[] = [
  post({
    path: consultationPaths.consultationQuiet,
    access: [asker],
    audit: 'consultations.quiet.chosen',
    form: z.object({ quiet: checkbox }),
    async handle(call) {
      const { quiet } = call.fields;
      await makeQuiet(call.db, { matterId: call.params.id, isQuiet: quiet });
      await call.audit(aboutOwn(call));
      return say(call, call.params.id, quiet ? 'was_made_quiet' : 'was_made_loud');
    },
  }),
  post({
    path: consultationPaths.consultationWithdrawal,
    access: [asker],
    audit: 'consultations.matter.withdrawn',
    async handle(call) {
      const { db, params, now } = call;
      const on = { matterId: params.id, as: 'resident', byPersonId: ownId(call), now } as const;
      const outcome = await withdraw(db, on);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutOwn(call));
      return say(call, params.id, 'was_withdrawn');
    },
  }),
  post({
    path: consultationPaths.consultationReopening,
    access: [asker],
    audit: 'consultations.matter.reopened',
    async handle(call) {
      const { db, params, now } = call;
      const on = { matterId: params.id, as: 'resident', byPersonId: ownId(call), now } as const;
      const outcome = await reopen(db, on);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      await call.audit(aboutOwn(call));
      return say(call, params.id, 'was_reopened');
    },
  }),
];

/** What somebody has asked: all of it, and one by one. It is their own: looking at it leaves no entry. */
export function ownRoutes({ files }: Pick<ConsultationServices, 'files'>): readonly Route[] {
  return [
    get({
      path: consultationPaths.consultations,
      access: 'person',
      audit: null,
      async handle(call) {
        const matters = await listMattersOf(call.db, ownId(call));
        const title = consultationMessages.in(call.locale).plain('consultations_title');
        return page(title, <OwnListPage matters={matters} />);
      },
    }),
    get({
      path: consultationPaths.consultation,
      ...own,
      handle: (call) => show(call, FormState.fresh()),
    }),
    get({
      path: consultationPaths.consultationPaper,
      ...own,
      async handle(call) {
        const matter = await findMatter(call.db, call.params.id);
        return matter ? showPaper(call, files, { matter, place: call.params.place }) : missing();
      },
    }),
    post({
      path: consultationPaths.consultationWords,
      access: [asker],
      audit: 'consultations.words.added',
      form: z.object({ words: text(4000) }),
      maxBytes: MOST_BYTES,
      limit: { by: 'person', tries: 60, minutes: 60 },
      async handle(call) {
        const { db, params, now, fields } = call;
        const paper = await readPaper(call);
        if (!paper.ok) return refusedBy(paper.refusal);
        if (fields.words === '' && !paper.value)
          return refusedBy(refuse('write_or_bring', {}, 'words').refusal);
        const by = ownId(call);
        const added = await addWords(db, { matterId: params.id, words: fields.words, by, now });
        if (!added.ok) return refusedBy(added.refusal);
        if (paper.value) {
          const kept = { matterId: params.id, ownerId: by, picture: paper.value, now };
          const outcome = await keepPaper(db, files, kept);
          if (!outcome.ok) return refusedBy(outcome.refusal);
        }
        await call.audit(aboutOwn(call));
        return say(call, params.id, 'words_were_added');
      },
      again: show,
    }),
    ...choosing,
  ];
}

type Said = 'words_were_added' | 'was_made_quiet' | 'was_made_loud' | 'was_withdrawn' | 'was_reopened';
