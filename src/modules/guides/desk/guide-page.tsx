import type { VNode } from 'preact';
import { ActForm, Decision, maySend, Press } from '../../../kits/acts/index.ts';
import { History, NextStep } from '../../../kits/scenes/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { ReadIn, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Columns,
  DataTable,
  Disclosure,
  FormErrors,
  Heading,
  Link,
  Notice,
  PageHead,
  SummaryList,
} from '../../../ui/index.ts';
import { whatIsMissing } from '../guide/whole.ts';
import { sayIn, useRead } from '../open/saying.tsx';
import { guidesPaths } from '../paths.ts';
import type { Said } from '../store/answers.ts';
import type { Revision } from '../store/guides.ts';
import type { Guide } from '../types.ts';
import { guidesStaffMessages } from '../words.ts';
import { GuideName } from './guide-name.tsx';
import { LanguageChip, StateChip } from './list.tsx';
import { guideForms } from './sent.ts';
import { PART_NAMES, type Part } from './writing/form.ts';

export interface DeskGuideProps {
  readonly guide: Guide;
  /** What readers said of each step lately. */
  readonly said: ReadonlyMap<string, Said>;
  readonly revisions: readonly Omit<Revision, 'words'>[];
  readonly form: FormState;
  /** The reader has submitted it: somebody else publishes. */
  readonly isOwn: boolean;
  readonly now: Temporal.Instant;
}

const shown = ({ guide, form, now }: DeskGuideProps) => ({
  ...{ id: guide.id, state: guide.state, version: guide.version },
  form,
  now,
});

/** A guide for those who write it: what to do next, how its languages stand, what readers say of its steps. */
export function DeskGuidePage(props: DeskGuideProps): VNode {
  const t = useWords(guidesStaffMessages);
  const { guide, form } = props;
  return (
    <>
      <PageHead
        title={<GuideName guide={guide} />}
        back={{ href: guidesPaths.deskGuides(), label: t('desk_guides') }}
        aside={<StateChip state={guide.state} />}
      />
      <FormErrors refusals={form.refusals} />
      {guide.begunBy === null && guide.state === 'draft' && <Notice>{t('guide_is_from_help')}</Notice>}
      <Next {...props} />
      <Columns aside={<Changes {...props} />}>
        <Languages guide={guide} />
        <Steps {...props} />
        <Previews guide={guide} />
        <Further {...props} />
      </Columns>
    </>
  );
}

/** The one thing to do next: before it is public. */
function Next(props: DeskGuideProps): VNode | null {
  const t = useWords(guidesStaffMessages);
  const { guide, isOwn } = props;
  const of = shown(props);
  if (guide.state === 'draft')
    return (
      <NextStep title={t('guide_submit_title')} text={t('guide_submit_text')}>
        <ActForm
          table={guideForms}
          of={of}
          act="submission"
          kind="main"
          button={t('guide_submit')}
          whyNot={whatIsMissing(guide) ? t('guide_words_are_missing') : undefined}
        >
          {null}
        </ActForm>
      </NextStep>
    );
  if (guide.state !== 'in_review') return null;
  return (
    <NextStep title={t('guide_review_title')} text={t('guide_review_text')}>
      <Actions>
        <ActForm
          table={guideForms}
          of={of}
          act="publication"
          kind="main"
          button={t('guide_publish')}
          whyNot={isOwn ? t('somebody_else_publishes_it') : undefined}
        >
          {(button: VNode) => button}
        </ActForm>
        <Press table={guideForms} of={of} act="return">
          {t('guide_send_back')}
        </Press>
      </Actions>
    </NextStep>
  );
}

/** Each language with the way to its words, and whether they say what the Japanese says now. */
function Languages({ guide }: Pick<DeskGuideProps, 'guide'>): VNode {
  const t = useWords(guidesStaffMessages);
  const { id, state } = guide;
  const isWritten = state === 'draft' || state === 'published';
  return (
    <DataTable
      caption={t('desk_guide_languages')}
      rows={LOCALES}
      rowKey={(locale) => `words-${locale}`}
      columns={[
        {
          key: 'language',
          head: t('desk_guide_language'),
          rowHead: true,
          cell: (locale) => <span lang={localeFacts[locale].tag}>{rubyWords(localeFacts[locale].name)}</span>,
        },
        {
          key: 'stands',
          head: t('desk_guide_words'),
          cell: (locale) => <LanguageChip guide={guide} locale={locale} />,
        },
        {
          key: 'origin',
          head: t('guide_write_origin'),
          cell: (locale) => {
            const found = guide.translations[locale];
            return found && t(`origin_is_${found.origin}`);
          },
        },
        {
          key: 'way',
          head: t('desk_guide_write'),
          atEnd: true,
          cell: (locale) =>
            isWritten && (
              <Link
                href={
                  locale === 'ja'
                    ? guidesPaths.deskSource({ id })
                    : guidesPaths.deskWords({ id, language: locale })
                }
                apart={<span lang={localeFacts[locale].tag}>{rubyWords(localeFacts[locale].name)}</span>}
              >
                {t('desk_guide_write')}
              </Link>
            ),
        },
      ]}
    />
  );
}

/** What readers say of its steps; the way to each where it is changed. */
function Steps(props: DeskGuideProps): VNode | null {
  const t = useWords(guidesStaffMessages);
  const { guide, said } = props;
  const { words, say } = useRead(guide);
  if (guide.stepIds.length === 0) return null;
  const rows = guide.stepIds.map((id, at) => ({ id, number: at + 1, said: said.get(id) }));
  const isUnseen = rows.some((row) => (row.said?.unseen ?? 0) > 0);
  return (
    <>
      <DataTable
        caption={t('desk_guide_steps')}
        rows={rows}
        rowKey={({ id }) => `step-${id}`}
        columns={[
          {
            key: 'step',
            head: t('desk_guide_step'),
            rowHead: true,
            cell: ({ id, number }) => (
              <Link href={`${guidesPaths.deskSource({ id: guide.id })}#step${number}Title`}>
                {number}. {say(words.steps[id]?.title ?? '')}
              </Link>
            ),
          },
          {
            key: 'right',
            head: t('desk_guide_right'),
            numeric: true,
            needsHead: true,
            cell: (row) => row.said?.right ?? 0,
          },
          {
            key: 'wrong',
            head: t('desk_guide_wrong'),
            numeric: true,
            needsHead: true,
            cell: (row) => row.said?.wrong ?? 0,
          },
        ]}
      />
      {isUnseen && (
        <Press table={guideForms} of={shown(props)} act="look">
          {t('answers_look')}
        </Press>
      )}
    </>
  );
}

/** How it reads in each language, behind a line. */
function Previews({ guide }: Pick<DeskGuideProps, 'guide'>): VNode {
  const t = useWords(guidesStaffMessages);
  const { tag } = localeFacts[localeFacts[useLocale()].staff];
  const labelOf = (part: Part) => (
    <span lang={tag}>{t(`guide_write_${part === 'foundBy' ? 'found_by' : part}`)}</span>
  );
  return (
    <section class="stack" data-gap="small">
      <Heading level={2}>{t('desk_guide_reads')}</Heading>
      {guide.state === 'published' && (
        <p>
          <Link href={guidesPaths.guide({ slug: guide.slug })}>{t('desk_guide_see')}</Link>
        </p>
      )}
      {LOCALES.filter((locale) => guide.translations[locale]).map((locale) => (
        <ReadIn locale={locale}>
          <div lang={localeFacts[locale].tag}>
            <Disclosure id={`preview-${locale}`} summary={rubyWords(localeFacts[locale].name)}>
              <Preview {...{ guide, locale, labelOf }} />
            </Disclosure>
          </div>
        </ReadIn>
      ))}
    </section>
  );
}

interface PreviewProps {
  readonly guide: Guide;
  readonly locale: Locale;
  /** In the language of whoever looks at it. */
  readonly labelOf: (part: Part) => VNode;
}

/** All that it says, also what is held back from its readers: whoever publishes it has read it. */
function Preview({ guide, locale, labelOf }: PreviewProps): VNode | null {
  const words = guide.translations[locale]?.words;
  if (!words) return null;
  const say = sayIn(locale, locale);
  const parts = PART_NAMES.filter((name) => name !== 'title' && name !== 'lead' && words[name] !== '');
  return (
    <>
      <p>
        <strong>{say(words.title)}</strong>
      </p>
      <p>{say(words.lead)}</p>
      <ol>
        {guide.stepIds.map((id) => (
          <li>
            <strong>{say(words.steps[id]?.title ?? '')}</strong>
            <p>{say(words.steps[id]?.text ?? '')}</p>
          </li>
        ))}
      </ol>
      {parts.length > 0 && (
        <SummaryList rows={parts.map((name) => ({ label: labelOf(name), value: say(words[name]) }))} />
      )}
    </>
  );
}

function Changes({ revisions }: DeskGuideProps): VNode {
  const t = useWords(guidesStaffMessages);
  return (
    <History
      title={t('desk_guide_changes')}
      happenings={revisions.map(({ number, grade, at }) => ({
        at,
        title: number === 1 ? t('desk_guide_written_first') : t(`grade_${grade}`),
      }))}
    />
  );
}

/** What takes it out of sight. */
function Further(props: DeskGuideProps): VNode | null {
  const t = useWords(guidesStaffMessages);
  const of = shown(props);
  const acts = (['withdrawal', 'resumption', 'removal'] as const).filter((act) =>
    maySend({ table: guideForms, of, act }),
  );
  if (acts.length === 0) return null;
  return (
    <>
      {acts.map((act) => (
        <Decision
          table={guideForms}
          of={of}
          act={act}
          kind={act === 'resumption' ? undefined : 'danger'}
          summary={t(`guide_${act}`)}
          text={t(`guide_${act}_text`)}
          button={t(`guide_${act}`)}
        >
          {null}
        </Decision>
      ))}
    </>
  );
}
