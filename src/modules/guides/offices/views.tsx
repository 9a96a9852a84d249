import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Button,
  Card,
  EmptyState,
  FieldRow,
  Form,
  Link,
  PageHead,
  Pager,
  pagesBehind,
  Select,
  SummaryList,
} from '../../../ui/index.ts';
import { FactStanding } from '../open/fact-line.tsx';
import { GuidePlace } from '../open/guide-place.tsx';
import { factIn, sayIn } from '../open/saying.tsx';
import { guidesPaths } from '../paths.ts';
import { OFFICE_FIELDS, type Office, type OfficeField } from '../types.ts';
import { guidesMessages } from '../words.ts';
import { OFFICE_LANGUAGES, officeFieldName, officeLanguageName } from './words.ts';

export interface OfficesSoughtHere {
  readonly field: OfficeField | '';
  readonly language: string;
}

interface Props {
  readonly offices: readonly Office[];
  readonly sought: OfficesSoughtHere;
  readonly after: string | null;
  readonly next: string | null;
  readonly today: Temporal.PlainDate;
}

/** Outside bodies that one can ask, by what it is about and in which language. */
export function OfficesPage({ offices, sought, after, next, today }: Props): VNode {
  const t = useWords(guidesMessages);
  const said = Object.entries(sought).filter(([, value]) => value !== '');
  const path =
    said.length > 0 ? `${housePaths.offices()}?${new URLSearchParams(said)}` : housePaths.offices();
  return (
    <>
      <PageHead
        title={t('offices_title')}
        lead={t('offices_lead')}
        back={{ href: guidesPaths.guides(), label: t('guides_title') }}
      />
      <Look {...sought} />
      {offices.length === 0 && <EmptyState title={t('offices_none')}>{t('offices_none_text')}</EmptyState>}
      <div class="halves" data-width="full">
        {offices.map((office) => (
          <OfficeCard office={office} today={today} />
        ))}
      </div>
      <Pager {...pagesBehind({ path, after, next })} />
    </>
  );
}

function Look({ field, language }: OfficesSoughtHere): VNode {
  const t = useWords(guidesMessages);
  const locale = useLocale();
  const any = { value: '', label: t.plain('guides_any') };
  return (
    <Form action={housePaths.offices()} method="get" label={t.plain('guides_look')}>
      <FieldRow>
        <Select
          name="field"
          label={t('office_field')}
          value={field}
          options={[any, ...OFFICE_FIELDS.map((value) => ({ value, label: officeFieldName(value, locale) }))]}
        />
        <Select
          name="language"
          label={t('office_language')}
          value={language}
          options={[
            any,
            ...OFFICE_LANGUAGES.map((value) => ({ value, label: officeLanguageName(value, locale) })),
          ]}
        />
        <Button kind="main">{t('guides_look')}</Button>
      </FieldRow>
    </Form>
  );
}

function OfficeCard({ office, today }: Pick<OfficeProps, 'office' | 'today'>): VNode {
  const locale = useLocale();
  const { words, language } = factIn(office, locale);
  return (
    <Card title={sayIn(language, locale)(words.name)} level={2}>
      <OfficeLines office={office} today={today} />
    </Card>
  );
}

interface OfficeProps {
  readonly office: Office;
  readonly today: Temporal.PlainDate;
}

/** What one needs before one goes: where and when, the number, languages, cost, and since when it is right. */
export function OfficeLines({ office, today }: OfficeProps): VNode {
  const t = useWords(guidesMessages);
  const locale = useLocale();
  const { words, language } = factIn(office, locale);
  const { phone, cost, fields, languages } = office;
  const named = (list: readonly string[], nameOf: (one: string) => string) => list.map(nameOf).join(' / ');
  return (
    <>
      <SummaryList
        rows={[
          {
            label: t('office_field'),
            value: named(fields, (one) => officeFieldName(one as OfficeField, locale)),
          },
          { label: t('office_hours'), value: sayIn(language, locale)(words.value) },
          ...(phone ? [{ label: t('office_phone'), value: <Link href={telOf(phone)}>{phone}</Link> }] : []),
          {
            label: t('office_languages'),
            value: named(['ja', ...languages], (code) => officeLanguageName(code, locale)),
          },
          ...(cost ? [{ label: t('office_cost'), value: t(`office_cost_${cost}`) }] : []),
          { label: t('guide_where'), value: <GuidePlace guide={office} /> },
        ]}
      />
      <p>
        <FactStanding fact={office} today={today} />
      </p>
    </>
  );
}

const telOf = (phone: string): string => `tel:${phone.replaceAll(/[\s()-]/g, '').replaceAll('#', '%23')}`;
