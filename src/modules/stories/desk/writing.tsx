import { z } from 'zod';
import { listBareKanji } from '../../../japanese/furigana.ts';
import { defineForm, formRoutes, line, lines, oneOf } from '../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { choice, requiredText } from '../../../platform/web/form-fields.ts';
import { type Call, missing, type Reply, type Route, refusedBy } from '../../../platform/web/route.ts';
import { OwnWords, Prose } from '../../../ui/index.ts';
import { storiesPaths } from '../paths.ts';
import { findWhole } from '../store/shown.ts';
import { changeSource, writeTranslation } from '../text/commands.ts';
import { piecesOf, plainly } from '../text/pieces.ts';
import { GRADES, ORIGINS } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { answerDone, formPage, onStory } from './form-page.tsx';

const TRANSLATED = ORIGINS.filter((one) => one !== 'written') as ['person', 'machine', 'checked'];
const says = (prefix: 'grade' | 'origin', values: readonly string[]) => (locale: Locale) =>
  values.map((value) => ({
    value,
    label: storiesStaffMessages.in(locale)(`desk_${prefix}_${value}` as 'desk_grade_typo'),
  }));

/** In Japanese the aid for Easy Japanese stands below them. */
function wordsIn(locale: Locale) {
  const { tag: lang } = localeFacts[locale];
  const aid = lang === 'ja' || undefined;
  const text = { label: 'write_text', hint: 'write_text_hint', rows: 16, lang, aid };
  return [
    line('title', requiredText(80), { label: 'write_title', maxLength: 80, lang, aid }),
    lines('text', requiredText(12_000), text),
  ] as const;
}
/** What was told is graded, a translation says where it comes from. */
const sourceForm = (locale: Locale) =>
  defineForm(storiesStaffMessages, [
    ...wordsIn(locale),
    oneOf('grade', choice(GRADES), { label: 'write_grade', choices: says('grade', GRADES) }),
  ]);
const translationForm = (locale: Locale) =>
  defineForm(storiesStaffMessages, [
    ...wordsIn(locale),
    oneOf('origin', choice(TRANSLATED), { label: 'write_origin', choices: says('origin', TRANSLATED) }),
  ]);
const either = defineForm(storiesStaffMessages, [
  ...wordsIn('en'),
  oneOf('grade', choice(GRADES).or(z.undefined()) as never, {
    label: 'write_grade',
    choices: says('grade', GRADES),
  }),
  oneOf('origin', choice(TRANSLATED).or(z.undefined()) as never, {
    label: 'write_origin',
    choices: says('origin', TRANSLATED),
  }),
]);
interface Typed {
  readonly title: string;
  readonly text: string;
  readonly grade?: (typeof GRADES)[number];
  readonly origin?: (typeof TRANSLATED)[number];
}
type Params = { readonly id: string; readonly language: string };

const languageOf = (typed: string) => LOCALES.find((one) => one === typed);

/** Where coordinators write a language of a story: as it was told, or a translation beside it. */
export const writingRoutes: readonly Route[] = formRoutes({
  path: storiesPaths.deskWords,
  access: ['coordinator'],
  audit: 'stories.story.written',
  looking: 'stories.story.viewed',
  about: ({ params }) => ({ subjectIds: [], object: { kind: 'stories.story', id: params.id } }),
  of: either,
  async begin({ db, params }) {
    const whole = await findWhole(db, params.id);
    const language = languageOf(params.language);
    if (!whole || !language) return null;
    const pieces = whole.texts.find(({ locale }) => locale === language)?.pieces ?? [];
    const [title, ...paragraphs] = pieces.map(({ text }) => text);
    return { title: title ?? '', text: paragraphs.join('\n\n') };
  },
  async show({ db, params, locale }, form) {
    const whole = await findWhole(db, params.id);
    const language = languageOf(params.language);
    if (!whole || !language) return missing();
    const isSource = language === whole.story.source;
    const source = whole.texts.find((text) => text.locale === whole.story.source)?.pieces ?? [];
    return formPage(
      {
        ...{ id: params.id, locale },
        title: isSource ? 'write_source' : 'write_translation',
        lead: isSource ? 'write_source_lead' : 'write_translation_lead',
      },
      {
        of: isSource ? sourceForm(language) : translationForm(language),
        form,
        action: storiesPaths.deskWords({ id: params.id, language }),
        ...(!isSource && {
          before: (
            <Prose>
              {source.map(({ text }) => (
                <p lang={localeFacts[whole.story.source].tag}>
                  <OwnWords>{plainly(text, whole.story.source)}</OwnWords>
                </p>
              ))}
            </Prose>
          ),
        }),
      },
    );
  },
  save: (call) => save(call as never),
});

async function save(call: Call<Params, Typed, Parameters<typeof changeSource>[0]>): Promise<Reply> {
  const { db, params, fields } = call;
  const whole = await findWhole(db, params.id);
  const locale = languageOf(params.language);
  if (!whole || !locale) return missing();
  const pieces = piecesOf(fields.title, fields.text);
  const [kanji] = locale === 'ja-easy' ? pieces.flatMap((piece) => listBareKanji(piece)) : [];
  if (kanji) return refusedBy({ code: 'reading_is_missing', params: { kanji }, field: 'text' });
  const on = onStory(call);
  if (locale === whole.story.source) {
    if (!fields.grade) return refusedBy({ code: 'choose_one', field: 'grade' });
    return answerDone(
      call,
      await changeSource(db, { ...on, pieces, grade: fields.grade }),
      'story_was_written',
    );
  }
  if (!fields.origin) return refusedBy({ code: 'choose_one', field: 'origin' });
  const done = await writeTranslation(db, { ...on, locale, pieces, origin: fields.origin });
  return answerDone(call, done, 'story_was_written');
}
