import { z } from 'zod';
import { BareForm, defineForm, lines, Refusals } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { LOCALES, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import type { SettingsPlace } from '../../../platform/parts/settings-place.ts';
import { requiredText, wholeNumber } from '../../../platform/web/form-fields.ts';
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
import { Notice, PageHead, Tabs } from '../../../ui/index.ts';
import { sideOf } from '../apply/form.ts';
import { pairsPaths } from '../paths.ts';
import { SIDES } from '../types.ts';
import { pairsStaffMessages } from '../words.ts';
import { currentTerms, type TermsTexts } from './store.ts';
import { writeTerms } from './write.ts';

const MOST = 20_000;
const fieldOf = (locale: Locale) => `text.${locale}` as const;
const termsForm = defineForm(
  pairsStaffMessages,
  LOCALES.map((locale) =>
    lines(fieldOf(locale), requiredText(MOST), {
      label: () => <span lang={localeFacts[locale].tag}>{rubyWords(localeFacts[locale].name)}</span>,
      hint: 'terms_text_hint',
      rows: 14,
      maxLength: MOST,
      lang: localeFacts[locale].tag,
    }),
  ),
);

type Asked = Pick<Call<{ readonly side: string }, unknown, Database>, 'db' | 'locale' | 'now' | 'params'>;

/** Administrators write what each side signs; a version never changes, another text is the next one. */
export const termsWritingRoutes: readonly Route[] = [
  get({
    path: pairsPaths.settingsTerms,
    access: ['administrator'],
    audit: null,
    handle: (call) => show(call, null),
  }),
  post({
    path: pairsPaths.settingsTerms,
    access: ['administrator'],
    audit: 'pairs.terms.changed',
    form: z.intersection(termsForm.schema, z.object({ seen: wholeNumber(1, 30_000) })),
    async handle(call) {
      const side = sideOf(call.params.side);
      if (!side) return missing();
      const { seen, ...typed } = call.fields as Readonly<Record<string, unknown>> & { readonly seen: number };
      const texts = Object.fromEntries(
        LOCALES.map((locale) => [locale, typed[fieldOf(locale)]]),
      ) as unknown as TermsTexts;
      const writing = { side, seen, texts, by: call.actor.personId, now: call.now };
      const outcome = await writeTerms(call.db, writing);
      if (!outcome.ok) return refusedBy(outcome.refusal);
      const object = { kind: TERMS, id: side };
      await call.audit({ object, detail: { version: outcome.value } });
      const text = pairsStaffMessages.in(call.locale).noted('terms_were_written', { version: outcome.value });
      return redirect(pairsPaths.settingsTerms({ side }), { tone: 'done', text });
    },
    again: (call, form) => show(call, form),
  }),
];

/** The kind of thing that an entry about terms names. */
const TERMS = 'pairs.terms';

async function show(call: Asked, typed: FormState | null): Promise<Reply> {
  const side = sideOf(call.params.side);
  if (!side) return missing();
  const t = pairsStaffMessages.in(call.locale);
  const { version, texts } = await currentTerms(call.db, side, call.now);
  const form =
    typed ?? FormState.fresh(Object.fromEntries(LOCALES.map((locale) => [fieldOf(locale), texts[locale]])));
  return page(
    t.plain('terms_settings_title'),
    <>
      <PageHead
        title={t('terms_settings_title')}
        lead={t('terms_setting_lead')}
        back={{ href: housePaths.settings(), label: t('to_settings') }}
      />
      <Tabs
        label={t.plain('terms')}
        tabs={SIDES.map((one) => ({
          href: pairsPaths.settingsTerms({ side: one }),
          label: t(`side_${one}`),
          isCurrent: one === side,
        }))}
      />
      <Refusals of={termsForm} form={form} />
      <Notice>{t('terms_setting_version', { version })}</Notice>
      <BareForm
        of={termsForm}
        form={form}
        action={pairsPaths.settingsTerms({ side })}
        hidden={{ seen: form.value('seen') || `${version}` }}
        button={t('terms_setting_go')}
      />
    </>,
  );
}

/** Both sides' terms among all that an administrator sets. */
export const termsPlace: SettingsPlace = {
  href: pairsPaths.settingsTerms({ side: 'resident' }),
  title: pairsStaffMessages.label('terms_settings_title'),
  what: pairsStaffMessages.label('terms_settings_what'),
  order: 37,
  async inShort({ db, now, locale }: { db: Database; now: Temporal.Instant; locale: Locale }) {
    const t = pairsStaffMessages.in(locale);
    return Promise.all(
      SIDES.map(async (side) => ({
        name: t(`side_${side}`),
        value: t('terms_version_short', { version: (await currentTerms(db, side, now)).version }),
      })),
    );
  },
  changes: { kind: TERMS },
};
