import type { VNode } from 'preact';
import { ActForm } from '../../../kits/acts/index.ts';
import { BarPlot } from '../../../kits/plots/index.ts';
import { NextStep } from '../../../kits/scenes/index.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  ActionForm,
  DataTable,
  Figures as FiguresList,
  FormErrors,
  Heading,
  Link,
  OwnWords,
  PageHead,
  TextArea,
} from '../../../ui/index.ts';
import { plainLanguageName } from '../../people/index.ts';
import { DeskStateChip } from '../desk/state-chip.tsx';
import { EventTitle } from '../open/event-title.tsx';
import { eventsPaths } from '../paths.ts';
import { MOODS, UNDERSTOOD } from '../survey/questions.ts';
import type { Event } from '../types.ts';
import { eventsMessages, eventsStaffMessages } from '../words.ts';
import type { Figures } from './rules/figures.ts';
import { MOST_LEARNED, reportForms } from './sent.ts';
import type { whyNoStory } from './story.ts';

interface ReportProps {
  readonly event: Event;
  readonly figures: Figures;
  /** What was written when it was closed; null: nothing, or it is not closed yet. */
  readonly learned: string | null;
  /** The page of the story that began from it. */
  readonly story: string | null;
  readonly whyNoStory: ReturnType<typeof whyNoStory>;
  /** What people say in words of their own, without their names. */
  readonly words: readonly string[];
  readonly form: FormState;
  readonly now: Temporal.Instant;
}

/** What became of an event. Who had seats and did not come is a number here, and nowhere a name. */
export function ReportPage(props: ReportProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { event, learned, form } = props;
  return (
    <>
      <PageHead
        title={t('report_of', { event: <EventTitle event={event} /> })}
        lead={useFormats().span(event.startsAt, event.endsAt)}
        back={{ href: eventsPaths.deskEvent({ id: event.id }), label: <EventTitle event={event} /> }}
        aside={<DeskStateChip event={event} />}
      />
      <FormErrors refusals={form.refusals} />
      <Totals {...props} />
      <Closing {...props} />
      {learned && (
        <section class="stack">
          <Heading level={2}>{t('report_learned')}</Heading>
          <OwnWords as="p">{learned}</OwnWords>
        </section>
      )}
      <Story {...props} />
      <CameTables {...props} />
      <Said {...props} />
    </>
  );
}

/** Where nobody was pressed, it is not known who came: it does not say that nobody did. */
const wasDoorUsed = ({ came, walkIns }: Figures) => came + walkIns > 0;

function Totals({ figures }: ReportProps): VNode {
  const t = useWords(eventsStaffMessages);
  const { count } = useFormats();
  const { seated, came, walkIns, parties, newParties, survey } = figures;
  const say = (label: Words, value: number) => ({ label, value: count(value) });
  const known = wasDoorUsed(figures)
    ? [
        say(t('report_came'), came),
        say(t('report_absent'), seated - came),
        say(t('report_walk_ins'), walkIns),
      ]
    : [];
  return (
    <>
      <FiguresList
        items={[
          say(t('report_seated'), seated),
          ...known,
          say(t('report_new_parties'), newParties),
          say(t('report_answered'), survey.answered),
        ]}
      />
      {known.length === 0 && <p>{t('report_door_unused')}</p>}
      <p class="quiet">{t('report_parties', { count: parties })}</p>
    </>
  );
}

function Closing({ event, form, now }: ReportProps): VNode | null {
  const t = useWords(eventsStaffMessages);
  if (event.state !== 'over') return null;
  return (
    <NextStep title={t('report_close_title')} text={t('report_close_text')}>
      <ActForm
        table={reportForms}
        of={{ id: event.id, state: event.state, version: event.version, form, now }}
        act="closing"
        kind="main"
        button={t('report_close')}
      >
        <TextArea
          {...form.field('learned')}
          label={t('report_learned')}
          hint={t('report_learned_hint')}
          rows={5}
          maxLength={MOST_LEARNED}
          optional
        />
      </ActForm>
    </NextStep>
  );
}

/** The way to the story that began from it, or to beginning one; nothing before it is closed. */
function Story({ event, story, whyNoStory: whyNot }: ReportProps): VNode | null {
  const t = useWords(eventsStaffMessages);
  if (event.state === 'over') return null;
  if (story)
    return (
      <p>
        <Link href={story}>{t('report_story')}</Link>
      </p>
    );
  return (
    <section class="stack">
      <Heading level={2}>{t('report_story_title')}</Heading>
      <p class="quiet">{t('report_story_lead')}</p>
      <ActionForm
        action={eventsPaths.deskReportStory({ id: event.id })}
        disabledReason={whyNot ? t.plain(whyNot) : undefined}
      >
        {t('report_story_begin')}
      </ActionForm>
    </section>
  );
}

type Row = { readonly label: string; readonly seated: number; readonly came: number };

function CameTables({ figures }: ReportProps): VNode {
  const t = useWords(eventsStaffMessages);
  const words = useWords(eventsMessages);
  const locale = useLocale();
  const isKnown = wasDoorUsed(figures);
  const kinds = figures.kinds.map(({ kind, ...came }): Row => {
    const [what, language] = kind.split('-');
    const label = language
      ? words.plain('door_count_interpretation', { language: plainLanguageName(language, locale) })
      : words.plain(`door_count_${what as 'adult' | 'child' | 'craft'}`);
    return { label, ...came };
  });
  const languages = figures.languages.map(({ language, ...came }): Row => {
    const label = language ? localeFacts[language].name : t.plain('report_other_languages');
    return { label, ...came };
  });
  return (
    <>
      <CameTable
        {...{ isKnown }}
        caption={t('report_by_kind')}
        head={t('desk_event_seat_kind')}
        rows={kinds}
      />
      <CameTable
        {...{ isKnown }}
        caption={t('report_by_language')}
        head={t('report_reads')}
        rows={languages}
      />
    </>
  );
}

function CameTable(props: {
  readonly caption: Parameters<typeof DataTable<Row>>[0]['caption'];
  readonly head: Parameters<typeof DataTable<Row>>[0]['caption'];
  readonly rows: readonly Row[];
  /** Whether it is known who came. */
  readonly isKnown: boolean;
}): VNode | null {
  const t = useWords(eventsStaffMessages);
  const { count } = useFormats();
  if (props.rows.length === 0) return null;
  return (
    <DataTable
      caption={props.caption}
      dense
      rows={props.rows}
      columns={[
        { key: 'of', head: props.head, rowHead: true, cell: ({ label }) => label },
        { key: 'seated', head: t('report_seated'), numeric: true, cell: ({ seated }) => count(seated) },
        ...(props.isKnown
          ? [{ key: 'came', head: t('report_came'), numeric: true, cell: ({ came }: Row) => count(came) }]
          : []),
      ]}
    />
  );
}

/** What those say who had seats. */
function Said({ figures: { survey }, words }: ReportProps): VNode | null {
  const t = useWords(eventsStaffMessages);
  const say = useWords(eventsMessages);
  const { count } = useFormats();
  if (survey.answered === 0) return <p class="quiet">{t('report_nobody_answered')}</p>;
  const about = { say: count, hidden: '' } as const;
  const head = t('report_answers');
  return (
    <section class="stack">
      <Heading level={2}>{t('report_said')}</Heading>
      <BarPlot
        caption={say('survey_mood')}
        heads={[say.plain('survey_mood'), head as string]}
        points={MOODS.map((one, at) => ({ label: say.plain(`mood_${one}`), value: survey.moods[at] ?? 0 }))}
        {...about}
      />
      <BarPlot
        caption={say('survey_understood')}
        heads={[say.plain('survey_understood'), head as string]}
        points={UNDERSTOOD.map((one, at) => ({
          label: say.plain(`understood_${one}`),
          value: survey.understood[at] ?? 0,
        }))}
        {...about}
      />
      {words.length > 0 && (
        <>
          <Heading level={3}>{t('report_words')}</Heading>
          <p class="quiet">{t('report_words_lead')}</p>
          {words.map((one) => (
            <OwnWords as="p">{one}</OwnWords>
          ))}
        </>
      )}
    </section>
  );
}
