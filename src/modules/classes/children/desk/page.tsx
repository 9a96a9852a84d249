import type { VNode } from 'preact';
import { FilledIn } from '../../../../kits/forms/index.ts';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import type { FormState } from '../../../../platform/web/form-state.ts';
import {
  ActionForm,
  Card,
  Disclosure,
  Notice,
  OwnWords,
  PageHead,
  PersonName,
  SummaryList,
} from '../../../../ui/index.ts';
import { languageName } from '../../../people/index.ts';
import { classesPaths } from '../../paths.ts';
import { classesStaffMessages } from '../../words.ts';
import { NoteWords } from '../care/page.tsx';
import { useSchoolYear } from '../own/parts.tsx';
import { childrenPaths } from '../paths.ts';
import { careOn } from '../rules/care.ts';
import { missingOn, type WholeChild } from '../rules/complete.ts';
import { listMayFetch } from '../rules/fetching.ts';
import type { Bar, Guardianship } from '../types.ts';
import { childrenMessages, childrenStaffMessages } from '../words.ts';
import { barForm, guardianForm } from './forms.ts';

export interface DeskProps {
  readonly whole: WholeChild;
  readonly today: Temporal.PlainDate;
  /** The day of the next class, for which something may be missing. */
  readonly nextOn: Temporal.PlainDate | null;
  /** So that what is said later is not taken for read. */
  readonly drawnAt: string;
  readonly form: FormState;
}

/** A child, for coordinators: who answers for them, who must not fetch them, what is missing. */
export function DeskChildPage(props: DeskProps): VNode {
  const t = useWords(childrenStaffMessages);
  const { child } = props.whole;
  return (
    <>
      <PageHead
        title={t('desk_child_title', { name: child.name })}
        lead={t('desk_child_lead')}
        back={{ href: classesPaths.deskClasses(), label: useWords(classesStaffMessages)('desk_classes') }}
        aside={useSchoolYear(child, props.today)}
      />
      <WhatIsMissing {...props} />
      <Bars {...props} />
      <Guardians {...props} />
      <Facts {...props} />
    </>
  );
}

function WhatIsMissing({ whole, today, nextOn }: DeskProps): VNode {
  const t = useWords(childrenStaffMessages);
  const said = useWords(childrenMessages);
  const { day } = useFormats();
  const on = nextOn ?? today;
  const missing = missingOn(whole, on);
  if (missing.length === 0) return <Notice tone="good">{t('missing_nothing')}</Notice>;
  return (
    <Notice tone="notice" title={t('missing_before', { day: day(on) })}>
      <ul>
        {missing.map((needed) => (
          <li>{said(`missing_${needed}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Bars({ whole, form }: DeskProps): VNode {
  const t = useWords(childrenStaffMessages);
  const { id } = whole.child;
  const bars = whole.bars.filter(({ endedAt }) => endedAt === null);
  const isOpen = barForm.fields.some(
    ({ name }) => form.value(name) !== '' || form.refusals.some(({ field }) => field === name),
  );
  return (
    <section class="stack">
      <h2>{t('bars_title')}</h2>
      <p class="quiet">{t('bars_lead')}</p>
      {bars.length === 0 && <p>{t('bars_none')}</p>}
      {bars.map((bar) => (
        <OneBar bar={bar} />
      ))}
      <Disclosure summary={t('bar_add')} open={isOpen}>
        <FilledIn of={barForm} form={form} action={childrenPaths.bars({ id })} button={t('bar_send')} />
      </Disclosure>
    </section>
  );
}

function OneBar({ bar }: { readonly bar: Bar }): VNode {
  const t = useWords(childrenStaffMessages);
  const { day } = useFormats();
  return (
    <Card
      title={<PersonName>{bar.name}</PersonName>}
      tone="danger"
      actions={
        <ActionForm
          action={childrenPaths.barEnd({ id: bar.childId })}
          hidden={{ barId: bar.id }}
          confirm={t('bar_ends_text', { name: bar.name })}
          label={t.plain('bar_ends_named', { name: bar.name })}
        >
          {t('bar_ends')}
        </ActionForm>
      }
    >
      <SummaryList
        rows={[
          { label: t('bar_reason'), value: <OwnWords>{bar.reason}</OwnWords> },
          { label: t('bar_source'), value: <OwnWords>{bar.source}</OwnWords> },
          { label: t('bar_call'), value: <OwnWords>{bar.call}</OwnWords> },
          ...(bar.looks ? [{ label: t('bar_looks'), value: <OwnWords>{bar.looks}</OwnWords> }] : []),
          ...(bar.untilOn ? [{ label: t('bar_until'), value: day(bar.untilOn) }] : []),
        ]}
      />
    </Card>
  );
}

function Guardians({ whole, form, drawnAt }: DeskProps): VNode {
  const t = useWords(childrenStaffMessages);
  const { id } = whole.child;
  const isOpen = form.refusals.some(({ field }) => field === 'email' || field === 'guardian');
  return (
    <section class="stack">
      <h2>{t('guardians_title')}</h2>
      {whole.guardianships.map((one) => (
        <OneGuardian one={one} drawnAt={drawnAt} />
      ))}
      <Disclosure summary={t('add_guardian')} open={isOpen}>
        <p>{t('add_guardian_text')}</p>
        <FilledIn
          of={guardianForm}
          form={form}
          action={childrenPaths.guardians({ id })}
          button={t('add_guardian')}
        />
      </Disclosure>
    </section>
  );
}

function OneGuardian({ one, drawnAt }: { readonly one: Guardianship; readonly drawnAt: string }): VNode {
  const t = useWords(childrenStaffMessages);
  const said = useWords(childrenMessages);
  const { day } = useFormats();
  const { custody, maySee } = one;
  return (
    <Card
      title={<PersonName>{one.name}</PersonName>}
      aside={said(`relation_${one.relation}`)}
      tone={one.hidesPlace && one.lookedAt === null ? 'danger' : undefined}
      actions={
        <>
          {one.hidesPlace && one.lookedAt === null && (
            <ActionForm
              action={childrenPaths.looked({ id: one.childId })}
              hidden={{ guardianshipId: one.id, drawnAt }}
              kind="main"
            >
              {t('custody_looked')}
            </ActionForm>
          )}
          <ActionForm
            action={childrenPaths.sight({ id: one.childId })}
            hidden={{ guardianshipId: one.id, maySee: maySee ? '' : 'on' }}
            confirm={maySee ? t('let_not_see_text') : undefined}
            label={t.plain(maySee ? 'let_not_see_named' : 'let_see_named', { name: one.name })}
          >
            {t(maySee ? 'let_not_see' : 'let_see')}
          </ActionForm>
        </>
      }
    >
      <p>
        {one.phone} · {t(maySee ? 'guardian_sees' : 'guardian_sees_not')} ·{' '}
        {t('since', { day: day(one.fromOn) })}
      </p>
      {custody && <p>{t('guardian_decides', { who: said.plain(`decides_${custody.decides}`) })}</p>}
      {custody?.notTold && (
        <p>
          <b>{t('guardian_not_told', { who: custody.notTold })}</b>
        </p>
      )}
    </Card>
  );
}

function Facts({ whole, today }: DeskProps): VNode {
  const t = useWords(childrenStaffMessages);
  const said = useWords(childrenMessages);
  const locale = useLocale();
  const { list } = useFormats();
  const { child, notes } = whole;
  const care = careOn(child, notes, today);
  const fetch = listMayFetch(whole, today);
  return (
    <SummaryList
      rows={[
        {
          label: said('health'),
          value:
            care.kind === 'notes'
              ? care.notes.map((note) => <NoteWords note={note} />)
              : said(`health_${care.kind}`),
        },
        {
          label: said('fetch'),
          value: fetch.length > 0 ? <Names names={fetch.map(({ name }) => name)} /> : said('fetch_nobody'),
        },
        { label: t('photos_of'), value: said(`photos_${child.photos}`) },
        { label: t('languages_of'), value: list(child.languages.map((code) => languageName(code, locale))) },
        { label: t('reading_of'), value: said(`reading_${child.reading}`) },
        ...(child.school ? [{ label: t('school_of'), value: <OwnWords>{child.school}</OwnWords> }] : []),
        ...(child.note ? [{ label: t('note_of'), value: <OwnWords>{child.note}</OwnWords> }] : []),
      ]}
    />
  );
}

/** Each in its own language. */
function Names({ names }: { readonly names: readonly string[] }): VNode {
  return (
    <ul>
      {names.map((name) => (
        <li>
          <PersonName>{name}</PersonName>
        </li>
      ))}
    </ul>
  );
}
