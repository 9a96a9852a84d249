import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Notice, PageHead, StatusChip } from '../../../../ui/index.ts';
import { SharedProfileCard } from '../../../people/index.ts';
import { ReachUs } from '../../requests/reach-us.tsx';
import { isToldLate, isUnsettled } from '../../rules/visit.ts';
import { spotMessages } from '../../words.ts';
import { ActRefusals } from '../act-refusals.tsx';
import { volunteeringMessages } from '../words.ts';
import { ReportForm, ReportGiven } from './report-view.tsx';
import { DoNots } from './rules-view.tsx';
import type { VisitProps } from './scene.ts';
import { GoOn, NextAct, StepBack, WaitedInVain } from './visit-acts-view.tsx';
import { VisitFacts } from './visit-facts.tsx';

const FIELDS = [
  'metAt',
  'endedAt',
  'doneWords',
  'spentMinutes',
  'learnedWords',
  'withdrawalWords',
  'absenceWords',
];

/** One visit for its volunteer: the next thing to do, whom they meet where, what not to do. Prints as a visit sheet. */
export function VisitPage(props: VisitProps): VNode {
  const t = useWords(volunteeringMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const { request, assignment, counterpart, record, form } = props;
  const isOver = request.state === 'visited' || request.state === 'closed';
  return (
    <>
      <PageHead
        title={formats.span(assignment.startsAt, assignment.endsAt)}
        lead={spot(`category_${request.category}`)}
        back={{ href: '/spot/visits', label: t('visits_title') }}
        aside={<VisitChip {...props} />}
      />
      <ActRefusals form={form} fields={FIELDS} />
      <GoOn {...props} />
      {isOver && !record.report && <ReportForm requestId={request.id} readers={props.readers} form={form} />}
      {isOver && record.report && (
        <ReportGiven
          report={record.report}
          feedback={record.feedback}
          correction={
            request.state === 'visited' ? { requestId: request.id, readers: props.readers, form } : undefined
          }
        />
      )}
      {!isOver && (
        <div class="stack" data-screen-only data-one-sheet>
          <NextAct {...props} />
        </div>
      )}
      {counterpart && request.state !== 'closed' && <SharedProfileCard profile={counterpart} />}
      <VisitFacts {...props} />
      {!isOver && counterpart && <DoNots />}
      <ReachUs office={props.office} requestId={request.id} canWrite={counterpart !== null} />
      {!isOver && counterpart && <Sheet />}
      {!isToldLate(assignment.startsAt, props.now) && <WaitedInVain {...props} />}
      <StepBack {...props} />
    </>
  );
}

function VisitChip({ request, assignment, now }: VisitProps): VNode | null {
  const t = useWords(volunteeringMessages);
  if (isUnsettled({ state: request.state, endsAt: assignment.endsAt }, now))
    return <StatusChip tone="notice">{t('visit_to_report')}</StatusChip>;
  switch (request.state) {
    case 'accepted':
      return <StatusChip tone="waiting">{t('visit_waiting')}</StatusChip>;
    case 'confirmed':
      return <StatusChip tone="good">{t('visit_coming')}</StatusChip>;
    case 'in_progress':
      return <StatusChip tone="good">{t('visit_under_way')}</StatusChip>;
    default:
      return <StatusChip tone="plain">{t('visit_done')}</StatusChip>;
  }
}

/** On paper: room for notes. On the screen: that it can be printed. */
function Sheet(): VNode {
  const t = useWords(volunteeringMessages);
  return (
    <>
      <div data-screen-only>
        <Notice tone="info">{t('prints_as_sheet')}</Notice>
      </div>
      <div data-print-only>
        <Card title={t('sheet_notes')}>
          <p class="write-here">{t('sheet_arrived')}</p>
          <p class="write-here">{t('sheet_left')}</p>
          <p class="write-here">{t('sheet_done')}</p>
        </Card>
      </div>
    </>
  );
}
