import type { VNode } from 'preact';
import { fieldsOf } from '../../../../kits/acts/index.ts';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Card, Columns, Disclosure, Notice, PageHead } from '../../../../ui/index.ts';
import { SharedProfileCard } from '../../../people/index.ts';
import { ReportForm, ReportGiven } from '../../close/report-view.tsx';
import { ActRefusals } from '../../offer/act-refusals.tsx';
import { spotPaths } from '../../paths.ts';
import { ReachUs } from '../../request/reach-us.tsx';
import { spotMessages } from '../../words.ts';
import { isToldLate } from '../rules/visit.ts';
import { visitForms } from './forms.ts';
import { DoNots } from './rules-view.tsx';
import type { VisitProps } from './scene.ts';
import { GoOn, NextAct, StepBack, WaitedInVain } from './visit-acts-view.tsx';
import { standingOf, VisitChip } from './visit-chip.tsx';
import { VisitFacts } from './visit-facts.tsx';

const FIELDS = fieldsOf(visitForms);

/** One visit for its volunteer: the next thing to do, whom they meet where, what not to do. Prints as a visit sheet. */
export function VisitPage(props: VisitProps): VNode {
  const t = useWords(spotMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const { request, assignment, counterpart, record, form } = props;
  const isOver = request.state === 'visited' || request.state === 'closed';
  const hasReported = record.report !== null;
  const standing = standingOf({ ...assignment, requestState: request.state, hasReported }, props.now);
  return (
    <>
      <PageHead
        title={formats.span(assignment.startsAt, assignment.endsAt)}
        lead={spot(`category_${request.category}`)}
        back={{ href: spotPaths.visits(), label: t('visits_title') }}
        aside={<VisitChip standing={standing} />}
      />
      <ActRefusals form={form} fields={FIELDS} />
      <GoOn {...props} />
      <Columns aside={<Beside {...props} isOver={isOver} />}>
        {isOver && !record.report && (
          <ReportForm requestId={request.id} readers={props.readers} form={form} />
        )}
        {isOver && record.report && (
          <ReportGiven
            report={record.report}
            feedback={record.feedback}
            correction={
              request.state === 'visited'
                ? { requestId: request.id, readers: props.readers, form }
                : undefined
            }
          />
        )}
        {!isOver && (
          <div class="stack" data-screen-only data-one-sheet>
            <NextAct {...props} />
          </div>
        )}
        {counterpart && request.state !== 'closed' && (
          <SharedProfileCard profile={counterpart} portrait={props.portrait} />
        )}
      </Columns>
      {!isOver && counterpart && <Sheet />}
      {!isToldLate(assignment.startsAt, props.now) && <WaitedInVain {...props} />}
      <StepBack {...props} />
    </>
  );
}

/** What it is about, folded once it is over; what not to do, and what when something is wrong. */
function Beside(props: VisitProps & { readonly isOver: boolean }): VNode {
  const t = useWords(spotMessages);
  const { isOver, request, counterpart, office } = props;
  return (
    <>
      {isOver ? (
        <Disclosure summary={t('about_the_visit')} id="about">
          <VisitFacts {...props} />
        </Disclosure>
      ) : (
        <Card title={t('about_the_visit')} level={2}>
          <VisitFacts {...props} />
        </Card>
      )}
      {!isOver && counterpart && <DoNots />}
      <ReachUs office={office} requestId={request.id} canWrite={counterpart !== null} />
    </>
  );
}

/** On paper: room for notes. On the screen: that it can be printed. */
function Sheet(): VNode {
  const t = useWords(spotMessages);
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
