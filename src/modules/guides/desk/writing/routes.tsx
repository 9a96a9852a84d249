import { z } from 'zod';
import { housePaths } from '../../../../platform/addresses/paths.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { LOCALES } from '../../../../platform/languages/locales.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import {
  type Call,
  get,
  missing,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { beginGuide, writeSource, writeWordsIn } from '../../guide/commands.ts';
import { countStayed } from '../../guide/pieces.ts';
import { guidesPaths } from '../../paths.ts';
import { listFactsOf } from '../../store/facts.ts';
import { findGuide } from '../../store/guides.ts';
import { CATEGORIES } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import { sourceFormFor, wordsFormFor } from './form.ts';
import { type Found, findKept, type Other, sourcePage, wordsPage } from './pages.tsx';
import {
  gradeOf,
  readSource,
  readWords,
  refuseBareKanji,
  type Typed,
  typeSource,
  typeWords,
} from './typed.ts';

const access = ['coordinator'] as const;
const source = sourceFormFor([]);
const words = wordsFormFor('en');
const changed = (form: { readonly schema: z.ZodType }) =>
  z.intersection(form.schema, z.object({ version: wholeNumber(1, 999_999_999) })) as unknown as z.ZodType<
    Typed & { readonly version: number }
  >;

type Writing<Params> = Call<Params, Typed & { readonly version: number }, Tx>;

/** Where coordinators write: a new guide, its Japanese, and each other language beside it. */
export const writingRoutes: readonly Route[] = [
  get({
    path: housePaths.deskGuideNew,
    access,
    audit: null,
    // What was learned elsewhere leads here: of which kind of help, and nothing else.
    query: z.object({ kind: z.enum(CATEGORIES).optional().catch(undefined) }),
    handle: (call) =>
      sourcePage(call, null, source.begin(call.fields.kind ? { category: call.fields.kind } : {})),
  }),
  post({
    path: housePaths.deskGuideNew,
    access,
    audit: 'guides.guide.begun',
    form: source.schema as unknown as z.ZodType<Typed>,
    async handle(call) {
      const by = { personId: ownId(call), now: call.now };
      return answer(call, await beginGuide(call.db, readSource(call.fields, []), by), (id) => id);
    },
    again: (call, form) => sourcePage(call, null, form),
  }),
  get({
    path: guidesPaths.deskSource,
    access,
    audit: null,
    async handle(call) {
      const guide = await findGuide(call.db, call.params.id);
      if (!guide) return missing();
      const typed = typeSource(guide, await listFactsOf(call.db, guide.id));
      return sourcePage(call, guide, source.begin(typed as object));
    },
  }),
  post({
    path: guidesPaths.deskSource,
    access,
    audit: 'guides.guide.written',
    form: changed(source),
    handle: rewriteSource,
    async again(call, form) {
      const guide = await findGuide(call.db, call.params.id);
      return guide ? sourcePage(call, guide, form) : missing();
    },
  }),
  get({
    path: guidesPaths.deskWords,
    access,
    audit: null,
    async handle(call) {
      const found = await findLanguage(call);
      if (!found) return missing();
      const { guide, language } = found;
      const typed = typeWords(guide.translations[language]?.words, guide.stepIds);
      const origin = language === 'ja-easy' ? 'written' : 'translated';
      return wordsPage(call, found, words.begin({ ...typed, origin }));
    },
  }),
  post({
    path: guidesPaths.deskWords,
    access,
    audit: 'guides.guide.translated',
    form: changed(words),
    handle: rewriteWords,
    async again(call, form) {
      const found = await findLanguage(call);
      return found ? wordsPage(call, found, form) : missing();
    },
  }),
];

async function findLanguage({
  db,
  params,
}: Pick<Call<{ id: string; language: string }>, 'db' | 'params'>): Promise<Found | null> {
  const language = LOCALES.find((locale): locale is Other => locale !== 'ja' && locale === params.language);
  const guide = language && (await findGuide(db, params.id));
  return guide ? { guide, language } : null;
}

async function rewriteSource(call: Writing<{ id: string }>): Promise<Reply> {
  const { db, params, fields, now } = call;
  const guide = await findGuide(db, params.id);
  if (!guide) return missing();
  const on = { guideId: guide.id, byPersonId: ownId(call), now, version: fields.version };
  const written = { source: readSource(fields, guide.stepIds), grade: gradeOf(fields) };
  return answer(call, await writeSource(db, { ...on, ...written }), ({ id }) => id);
}

async function rewriteWords(call: Writing<{ id: string; language: string }>): Promise<Reply> {
  const { db, fields, now } = call;
  const found = await findLanguage(call);
  if (!found) return missing();
  const { guide, language: locale } = found;
  const bare = locale === 'ja-easy' ? refuseBareKanji(fields) : [];
  if (bare.length > 0) return refusedBy(...bare);
  const on = { guideId: guide.id, byPersonId: ownId(call), now, version: fields.version };
  const sent = readWords(fields, guide.stepIds);
  const reply = await answer(call, await writeWordsIn(db, { ...on, locale, ...sent }), ({ id }) => id);
  if (reply.kind !== 'redirect') return reply;
  const kept = await findKept(db, await findGuide(db, guide.id), locale);
  const count = kept ? countStayed(sent.words, kept) : 0;
  if (count === 0) return reply;
  const text = guidesStaffMessages.in(call.locale).noted('guide_pieces_stayed', { count });
  return redirect(guidesPaths.deskWords({ id: guide.id, language: locale }), { tone: 'notice', text });
}

async function answer<Done>(
  call: Pick<Call, 'audit' | 'locale'>,
  done: Outcome<Done>,
  idOf: (done: Done) => string,
): Promise<Reply> {
  if (!done.ok) return done.refusal.code === 'guide_is_unknown' ? missing() : refusedBy(done.refusal);
  const id = idOf(done.value);
  await call.audit({ object: { kind: 'guides.guide', id }, subjectIds: [] });
  const text = guidesStaffMessages.in(call.locale).noted('guide_was_saved');
  return redirect(guidesPaths.deskGuide({ id }), { tone: 'done', text });
}
