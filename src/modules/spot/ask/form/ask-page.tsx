import type { DraftFields } from '../../../../kits/forms/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import {
  type AboutToAsk,
  type HasBeforeAsking,
  readBeforeAsking,
} from '../../../../platform/parts/before-asking.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { type Call, page, type Reply, redirect } from '../../../../platform/web/route.ts';
import { sayRefusalIn } from '../../../../platform/web/words.ts';
import { listLanguages, type Person } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { hasAsked } from '../../store/lists/of-requester.ts';
import { CATEGORIES, type RequestForm } from '../../types.ts';
import { spotMessages } from '../../words.ts';
import { findKeptAnswers } from '../keeping.ts';
import { checkTyped, findAsker, homeOf } from './check-answers.ts';
import type { Typed } from './form.ts';
import { refuseLookedUp } from './place.ts';
import { SummaryPage } from './summary.tsx';
import { AskPage, type AskPageProps } from './views.tsx';

type Asked = Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>;

type ShownForm = Omit<AskPageProps, 'settings' | 'now' | 'home' | 'isVisitor' | 'mayAnswer'> & {
  /** Those that may have an answer to read: when the form is first shown. */
  readonly modules?: readonly HasBeforeAsking[];
};

/** The form as it stands, with what is missing. */
export async function askPage(
  call: Asked,
  { modules = [], ...shown }: ShownForm,
): Promise<Extract<Reply, { kind: 'page' }>> {
  const home = homeOf(await findAsker(call));
  const settings = await readSetting(call.db, spotSetting);
  const municipalityCode = shown.form.value('place.municipality') || home?.municipalityCode || null;
  const about = { helpKinds: CATEGORIES, municipalityCode };
  const title = spotMessages.in(call.locale).plain('ask_title');
  const asked = page(
    title,
    <AskPage
      {...shown}
      home={home}
      settings={settings}
      now={call.now}
      mayAnswer={await readBeforeAsking(modules, call.db, about)}
      isVisitor={call.actor.personId === null}
    />,
  );
  return { ...asked, isShownOnce: true };
}

/**
 * The form with what was kept, or with what the profile already answers; for a visitor a new one, who signs in when it is
 * sent. Who has no name yet gives it then.
 */
export async function beginAsking(call: Asked, modules: readonly HasBeforeAsking[]): Promise<Reply> {
  const person = await findAsker(call);
  const kept = person && (await findKeptAnswers(call));
  if (!kept) {
    const known = person ? await fromProfile(call, person) : fromReading(call.locale);
    const form = FormState.fresh(known);
    return askPage(call, { form, dangers: [], draft: 'none', modules });
  }
  const checked = await checkTyped(call, kept);
  const draft = checked.refusals.length === 0 ? 'complete' : 'begun';
  const refusals = [...kept.refusals, ...refuseLookedUp(kept.fields)];
  return askPage(call, { form: formOf(call, kept.typed, refusals), dangers: [], draft, modules });
}

interface ShownSummary {
  readonly form?: FormState;
  readonly seen?: number | undefined;
  /** Those that may have an answer to read. */
  readonly modules: readonly HasBeforeAsking[];
}

/**
 * What was kept, to be checked and sent; or the form with what has to be looked at first.
 * @param shown.form what was typed on the page before it came back
 * @param shown.seen the version that was sent although another was kept meanwhile: both are shown
 */
export async function showSummary(call: Asked, shown: ShownSummary): Promise<Reply> {
  const kept = await findKeptAnswers(call);
  if (!kept) return nothingToCheck(call);
  const checked = await checkTyped(call, kept);
  const refusals = [...checked.refusals, ...kept.refusals];
  const form = formOf(call, kept.typed, refusals);
  if (refusals.length > 0 || checked.hasNewDanger) {
    const again = await askPage(call, { form, dangers: checked.dangers, draft: 'complete' });
    return { ...again, status: 422 };
  }
  const title = spotMessages.in(call.locale).plain('summary_title');
  const before = shown.seen === undefined ? null : kept.earlier(shown.seen);
  const summary = page(
    title,
    <SummaryPage
      request={checked.request}
      before={before && (await checkTyped(call, { fields: before, photoIds: before.photoIds })).request}
      hasChanged={shown.seen !== undefined}
      mayAnswer={await readBeforeAsking(shown.modules, call.db, aboutOf(checked.request))}
      isWelcomed={Boolean((await findAsker(call))?.welcomedAt)}
      version={kept.version}
      form={shown.form ?? form}
    />,
  );
  return { ...summary, isShownOnce: true };
}

const aboutOf = ({ category, place }: RequestForm): AboutToAsk => ({
  helpKinds: [category],
  municipalityCode: place.municipalityCode,
});

/** Whoever goes back after sending is told that it was sent, and does not find a button that would send it once more. */
async function nothingToCheck(call: Asked): Promise<Reply> {
  if (!(await hasAsked(call.db, call.actor.personId ?? ''))) return redirect(spotPaths.requestsNew());
  const text = spotMessages.in(call.locale).noted('request_was_sent_before');
  return redirect(spotPaths.requests(), { tone: 'notice', text });
}

/** A form with what speaks against it, in the reader's language. */
export function formOf(call: Pick<Asked, 'locale'>, typed: Typed, refusals: readonly Refusal[]): FormState {
  return new FormState(typed, refusals, sayRefusalIn(spotMessages, call.locale));
}

/** Whoever reads in a language can likely talk in it; they see what is taken for granted and can change it. */
function fromReading(locale: Locale): DraftFields {
  const { tag } = localeFacts[locale];
  return { talkLanguages: [tag === 'zh-Hans' ? 'zh' : tag] };
}

async function fromProfile(call: Pick<Asked, 'db'>, person: Person): Promise<DraftFields> {
  const spoken = (await listLanguages(call.db, person.id)).filter((skill) => skill.speak > 0);
  const isEasyOk = !['none', 'a1'].includes(person.japaneseSpeaking);
  return {
    talkLanguages: spoken.map((skill) => skill.language).filter((language) => language !== 'ja'),
    ...(isEasyOk && { isEasyJapaneseOk: 'on' }),
  };
}
