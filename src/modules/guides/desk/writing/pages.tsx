import type { Database } from '../../../../platform/database/connect.ts';
import type { Locale } from '../../../../platform/languages/locales.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, page, type Reply } from '../../../../platform/web/route.ts';
import { type Kept, piecesIn, type Standing, standingsOf } from '../../guide/pieces.ts';
import { listFactsOf, listFitting } from '../../store/facts.ts';
import { findMarks, findRevision } from '../../store/guides.ts';
import { type Fact, type Guide, type GuideWords, MOST_STEPS } from '../../types.ts';
import { guidesStaffMessages } from '../../words.ts';
import type { Beside } from './beside.tsx';
import { ALL_STEPS, ROOM_FOR, sourceFormFor, wordsFormFor } from './form.ts';
import { fieldOf } from './typed.ts';
import { SourcePage, TranslationPage } from './view.tsx';

/** To choose from beside those that a guide names. */
const MOST_FACTS = 40;
export type Other = Exclude<Locale, 'ja'>;
type Looking = Pick<Call<unknown, unknown, Database>, 'db' | 'locale'>;

export interface Found {
  readonly guide: Guide;
  readonly language: Other;
}

/** The Japanese of a guide, or of a new one; two steps more than there are. */
export async function sourcePage(call: Looking, guide: Guide | null, form: FormState): Promise<Reply> {
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

/** What a language says as it stands, and whose words they are; null where it is not written. */
export async function findKept(db: Database, guide: Guide | null, language: Other): Promise<Kept | null> {
  const own = guide?.translations[language];
  return guide && own ? { words: own.words, marks: await findMarks(db, guide.id, language) } : null;
}

/** Another language beside the Japanese, each field with whose words stand there. */
export async function wordsPage(call: Looking, { guide, language }: Found, form: FormState): Promise<Reply> {
  const kept = await findKept(call.db, guide, language);
  const { [language]: own, ja } = guide.translations;
  const isOld = own && own.basedOn < guide.revision;
  const before = isOld ? await findRevision(call.db, guide.id, own.basedOn) : null;
  const of = wordsFormFor(
    language,
    ALL_STEPS.slice(0, guide.stepIds.length),
    ja && besideEach(guide, ja.words, { kept, before }),
  );
  const title = guidesStaffMessages.in(call.locale).plain('guide_translate');
  return page(title, <TranslationPage {...{ of, form, guide, language }} />);
}

/** What stands with each field, by its name. Whose words are there is said where they are not all of one kind. */
function besideEach(
  { stepIds }: Guide,
  japanese: GuideWords,
  { kept, before }: { readonly kept: Kept | null; readonly before: GuideWords | null },
): ReadonlyMap<string, Beside> {
  const standings = kept ? standingsOf(kept, japanese) : new Map<string, Standing>();
  const all = [...standings.values()];
  const isMixed = new Set(all.map(({ origin }) => origin)).size > 1 || all.some(({ isBehind }) => isBehind);
  const was = before && piecesIn(before);
  return new Map(
    Object.entries(piecesIn(japanese)).map(([piece, text]) => [
      fieldOf(piece, stepIds),
      {
        japanese: text,
        was: was ? (was[piece] ?? '') : undefined,
        standing: isMixed ? standings.get(piece) : undefined,
      },
    ]),
  );
}
