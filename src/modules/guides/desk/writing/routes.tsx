import { z } from 'zod';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { LOCALES, type Locale } from '../../../../platform/languages/locales.ts';
import { ownId } from '../../../../platform/permissions.ts';
import type { Outcome } from '../../../../platform/refusal.ts';
import { wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
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
import { beginGuide, writeSource, writeWordsIn } from '../../guide/commands.ts';
import { guidesPaths } from '../../paths.ts';
import { listFactsOf, listFitting } from '../../store/facts.ts';
import { findGuide, findRevision } from '../../store/guides.ts';
import { type Fact, type Guide, MOST_STEPS } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import { ALL_STEPS, ROOM_FOR, sourceFormFor, wordsFormFor } from './form.ts';
import {
  gradeOf,
  readSource,
  readWords,
  refuseBareKanji,
  type Typed,
  typeSource,
  typeWords,
} from './typed.ts';
import { SourcePage, TranslationPage } from './view.tsx';

const access = ['coordinator'] as const;
/** To choose from beside those that a guide names. */
const MOST_FACTS = 40;
const source = sourceFormFor([]);
const words = wordsFormFor('en');
const changed = (form: { readonly schema: z.ZodType }) =>
  z.intersection(form.schema, z.object({ version: wholeNumber(1, 999_999_999) })) as unknown as z.ZodType<
    Typed & { readonly version: number }
  >;

type Looking = Pick<Call<unknown, unknown, Database>, 'db' | 'locale'>;
type Other = Exclude<Locale, 'ja'>;
type Writing<Params> = Call<Params, Typed & { readonly version: number }, Tx>;

/** Where coordinators write: a new guide, its Japanese, and each other language beside it. */
export const writingRoutes: readonly Route[] = [
  get({
    path: guidesPaths.deskGuideNew,
    access,
    audit: null,
    handle: (call) => sourcePage(call, null, source.begin({})),
  }),
  post({
    path: guidesPaths.deskGuideNew,
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
      const translation = guide.translations[language];
      const origin = translation?.origin ?? 'translated';
      return wordsPage(call, found, words.begin({ ...typeWords(translation?.words, guide.stepIds), origin }));
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

interface Found {
  readonly guide: Guide;
  readonly language: Other;
}

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
  return answer(
    call,
    await writeWordsIn(db, { ...on, locale, ...readWords(fields, guide.stepIds) }),
    ({ id }) => id,
  );
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

async function sourcePage(call: Looking, guide: Guide | null, form: FormState): Promise<Reply> {
  const facts = await listChoices(call.db, guide);
  const isTyped = (step: number) => form.value(`step${step}Title`) || form.value(`step${step}Text`);
  const typedUpTo = ALL_STEPS.findLast(isTyped) ?? 0;
  const count = Math.min(MOST_STEPS, Math.max(typedUpTo, guide?.stepIds.length ?? 0) + ROOM_FOR);
  const of = sourceFormFor(facts, ALL_STEPS.slice(0, count));
  const title = guidesStaffMessages.in(call.locale).plain(guide ? 'guide_write' : 'guide_new');
  return page(title, <SourcePage {...{ of, form, guide }} />);
}

/** What its steps name already stands there however many there are: what is not drawn would be taken away. */
async function listChoices(db: Database, guide: Guide | null): Promise<Fact[]> {
  const named = guide ? [...(await listFactsOf(db, guide.id)).values()].flat() : [];
  const own = [...new Map(named.map((fact) => [fact.id, fact])).values()];
  const but = own.map(({ id }) => id);
  const { municipalityCode = null } = guide ?? {};
  return [...own, ...(await listFitting(db, { municipalityCode, but }, MOST_FACTS))];
}

async function wordsPage(call: Looking, { guide, language }: Found, form: FormState): Promise<Reply> {
  const of = wordsFormFor(language, ALL_STEPS.slice(0, guide.stepIds.length));
  const basedOn = guide.translations[language]?.basedOn ?? guide.revision;
  const before = basedOn < guide.revision ? await findRevision(call.db, guide.id, basedOn) : null;
  const title = guidesStaffMessages.in(call.locale).plain('guide_translate');
  return page(title, <TranslationPage {...{ of, form, guide, language, before }} />);
}
