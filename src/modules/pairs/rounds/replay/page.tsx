import type { VNode } from 'preact';
import { bestFit, factorNames } from '../../../../matching/index.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Actions,
  Button,
  DataTable,
  EmptyState,
  FieldRow,
  Form,
  Link,
  Notice,
  PageHead,
  TextField,
} from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { sayingEngine } from '../pages/reasons.ts';
import { type Points, type Replayed, sumOf } from './replay.ts';

interface Props {
  readonly points: Points;
  /** Null where the points do not add up. */
  readonly replayed: readonly Replayed[] | null;
  readonly now: Temporal.Instant;
}

/** The points as fields, and what the last rounds would have been under them. */
export function ReplayPage({ points, replayed, now }: Props): VNode {
  const t = useWords(pairsStaffMessages);
  const { say } = sayingEngine(useLocale(), new Map());
  return (
    <>
      <PageHead
        title={t('replay_title')}
        lead={t('replay_lead')}
        back={{ href: pairsPaths.deskRounds(), label: t('rounds_title') }}
      />
      <Form action={pairsPaths.deskReplay()} method="get" label={t.plain('replay_title')}>
        <FieldRow>
          {factorNames.map((name) => (
            <TextField
              name={`points.${name}`}
              label={say(`factor.${name}`)}
              value={String(points[name])}
              inputmode="numeric"
              width="short"
            />
          ))}
        </FieldRow>
        <p>{t('replay_points', { sum: sumOf(points), best: bestFit })}</p>
        <Actions>
          <Button kind="main">{t('replay_go')}</Button>
        </Actions>
      </Form>
      {replayed ? (
        <Table replayed={replayed} now={now} />
      ) : (
        <Notice tone="notice" role="alert">
          {t('replay_sum', { sum: sumOf(points), best: bestFit })}
        </Notice>
      )}
    </>
  );
}

function Table({
  replayed,
  now,
}: {
  readonly replayed: readonly Replayed[];
  readonly now: Temporal.Instant;
}): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  return (
    <DataTable
      caption={t('rounds_title')}
      rows={replayed}
      rowKey={({ round }) => `replay-${round.id}`}
      empty={<EmptyState title={t('replay_empty')}>{t('replay_empty_text')}</EmptyState>}
      columns={[
        {
          key: 'round',
          head: t('round_day'),
          rowHead: true,
          cell: ({ round }) => (
            <Link href={pairsPaths.deskRound({ id: round.id })}>
              {t('round_of', { day: formats.shortDay(round.heldOn, yearOf(now)) })}
            </Link>
          ),
        },
        { key: 'weights', head: t('round_weights'), cell: ({ round }) => round.weightsVersion },
        {
          key: 'pairs',
          head: t('replay_pairs'),
          needsHead: true,
          cell: ({ outcome }) =>
            outcome
              ? t('replay_pairs_change', { before: outcome.before, after: outcome.after })
              : t('replay_too_large'),
        },
        {
          key: 'different',
          head: t('replay_different'),
          needsHead: true,
          cell: ({ outcome }) => outcome && t('replay_different_count', { count: outcome.different }),
        },
      ]}
    />
  );
}
