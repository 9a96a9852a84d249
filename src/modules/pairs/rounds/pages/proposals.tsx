import type { VNode } from 'preact';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Button,
  EmptyState,
  FirstWords,
  Heading,
  Pager,
  PersonName,
  pagesBehind,
  WorkList,
  WorkRow,
} from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { ToldProposal, ToldRound } from '../types.ts';
import { type SayingEngine, sayingEngine } from './reasons.ts';
import type { RoundProps } from './scene.ts';
import { Strongest, waitedOf } from './strongest.tsx';
import { wordsOn } from './words.tsx';

/** Who is proposed to whom, the most urgent first: one row each, with why. */
export function Proposals(props: RoundProps & { readonly told: ToldRound }): VNode {
  const t = useWords(pairsStaffMessages);
  const { round, told, proposals, names, after, next } = props;
  const engine = sayingEngine(useLocale(), names);
  const path = pairsPaths.deskRound({ id: round.id });
  return (
    <section class="stack">
      <Heading level={2} id="proposals">
        {t('round_proposals', { count: told.proposals.length })}
      </Heading>
      {told.proposals.length === 0 ? (
        <EmptyState level={3} title={t('round_no_proposals')}>
          {t('round_no_proposals_text')}
        </EmptyState>
      ) : (
        <WorkList label={t.plain('round_proposals', { count: told.proposals.length })}>
          {proposals.map((proposal) => (
            <ProposalRow {...props} proposal={proposal} engine={engine} />
          ))}
        </WorkList>
      )}
      <Pager {...pagesBehind({ path, after, next })} headedBy="proposals" />
    </section>
  );
}

function ProposalRow(
  props: RoundProps & { readonly proposal: ToldProposal; readonly engine: SayingEngine },
): VNode {
  const t = useWords(pairsStaffMessages);
  const { round, proposal, names, engine } = props;
  const { residentId, volunteerId, urgency, fit, isPinned, isFurther } = proposal;
  const nameOf = (id: string) => names.get(id) ?? t.plain('round_somebody');
  const { waited, more } = waitedOf(urgency);
  const written = wordsOn(props, residentId, volunteerId)?.words;
  return (
    <WorkRow
      id={`proposal-${residentId}-${volunteerId}`}
      when={t('round_waits', { days: waited })}
      ago={more > 0 && t('round_counts_more', { days: more })}
      title={
        <>
          <b>
            <PersonName>{nameOf(residentId)}</PersonName>
          </b>
          {' — '}
          <b>
            <PersonName>{nameOf(volunteerId)}</PersonName>
          </b>
        </>
      }
      facts={
        <>
          {written && (
            <>
              <FirstWords>{written}</FirstWords> ·{' '}
            </>
          )}
          <Strongest fit={fit} engine={engine} />
        </>
      }
      aside={[
        t('round_fit_of', { count: fit.total }),
        isPinned ? t('round_is_pinned') : isFurther ? t('round_is_further') : '',
      ].filter((line) => line !== '')}
      act={
        <Button
          href={pairsPaths.deskRoundResident({ id: round.id, resident: residentId })}
          label={t.plain('round_look_at', { name: nameOf(residentId) })}
        >
          {t('round_look')}
        </Button>
      }
    />
  );
}
