import type { VNode } from 'preact';
import type { Locale } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Checkbox,
  DataTable,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Prose,
} from '../../../ui/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { type ComparedParagraph, compareTexts, paragraphsOf, type TermsStanding } from './rules.ts';
import type { Terms } from './store.ts';

/** The terms of a side: to read, to sign, or what has changed in them since they were signed. */
export function TermsPage(props: {
  readonly terms: Terms;
  /** The version that they signed, where it is another one. */
  readonly before: Terms | null;
  /** Of whoever may sign; null for who only reads. */
  readonly standing: TermsStanding | null;
  readonly form: FormState;
}): VNode {
  const t = useWords(pairsMessages);
  const locale = useLocale();
  const { terms, before, standing, form } = props;
  return (
    <>
      <PageHead
        title={t(`terms_title_${terms.side}`)}
        lead={t('terms_version', { version: terms.version, day: useFormats().day(terms.validFrom) })}
        back={{ href: pairsPaths.own(), label: t('back_to_pairs') }}
      />
      <FormErrors refusals={form.refusals} />
      {standing?.is === 'signed' && <Notice tone="good">{t('terms_are_signed')}</Notice>}
      {before ? (
        <ChangedTerms rows={compareTexts(before.texts[locale], terms.texts[locale])} />
      ) : (
        <TermsText terms={terms} locale={locale} />
      )}
      {standing && standing.is !== 'signed' && <SigningForm version={terms.version} form={form} />}
    </>
  );
}

function TermsText({ terms, locale }: { readonly terms: Terms; readonly locale: Locale }): VNode {
  return (
    <Prose>
      {paragraphsOf(terms.texts[locale]).map((paragraph) => (
        <p>{rubyWords(paragraph)}</p>
      ))}
    </Prose>
  );
}

/** Old beside new: what is in both stands once, quietly. */
function ChangedTerms({ rows }: { readonly rows: readonly ComparedParagraph[] }): VNode {
  const t = useWords(pairsMessages);
  return (
    <>
      <Notice tone="notice" title={t('terms_have_changed')}>
        {t('terms_have_changed_text')}
      </Notice>
      <DataTable
        caption={t('terms_compared')}
        rows={rows}
        columns={[
          {
            key: 'old',
            head: t('terms_old'),
            needsHead: true,
            cell: (row) => <Paragraph row={row} of="old" />,
          },
          {
            key: 'new',
            head: t('terms_new'),
            needsHead: true,
            cell: (row) => <Paragraph row={row} of="new" />,
          },
        ]}
      />
    </>
  );
}

function Paragraph({ row, of }: { readonly row: ComparedParagraph; readonly of: 'old' | 'new' }): VNode {
  const text = row[of];
  if (text === null) return <>–</>;
  if (row.old === row.new) return <span class="quiet">{rubyWords(text)}</span>;
  return of === 'new' ? <strong>{rubyWords(text)}</strong> : <span>{rubyWords(text)}</span>;
}

function SigningForm({ version, form }: { readonly version: number; readonly form: FormState }): VNode {
  const t = useWords(pairsMessages);
  return (
    <Form action={pairsPaths.terms()} hidden={{ signs: `${version}` }}>
      <Checkbox
        {...form.field('agreed')}
        value="on"
        label={t('terms_agree')}
        checked={form.value('agreed') !== ''}
      />
      <Actions>
        <Button kind="main">{t('terms_sign')}</Button>
      </Actions>
    </Form>
  );
}
