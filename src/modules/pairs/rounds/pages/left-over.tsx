import type { VNode } from 'preact';
import type { Help } from '../../../../matching/index.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, DataTable, Heading, PersonName } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { ToldRound } from '../types.ts';
import { type SayingEngine, sayingEngine } from './reasons.ts';
import type { RoundProps } from './scene.ts';
import { waitedOf } from './strongest.tsx';

const MOST_HELP = 3;

/** Who has no proposal, from the most urgent down: why, and what would help. */
export function LeftOvers(props: RoundProps & { readonly told: ToldRound }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { round, leftOver, names } = props;
  const engine = sayingEngine(useLocale(), names);
  if (leftOver.length === 0) return null;
  const nameOf = (id: string) => names.get(id) ?? t.plain('round_somebody');
  return (
    <section class="stack">
      <Heading level={2}>{t('round_left_over', { count: leftOver.length })}</Heading>
      <DataTable
        caption={t('round_left_over', { count: leftOver.length })}
        captionHidden
        rows={leftOver}
        rowKey={({ residentId }) => `left-${residentId}`}
        columns={[
          {
            key: 'name',
            head: t('round_name'),
            rowHead: true,
            cell: ({ residentId }) => <PersonName>{nameOf(residentId)}</PersonName>,
          },
          {
            key: 'waits',
            head: t('round_waits_head'),
            numeric: true,
            cell: ({ urgency }) => waitedOf(urgency).waited,
          },
          { key: 'why', head: t('round_because'), cell: ({ reason }) => engine.sayReason(reason) },
          {
            key: 'help',
            head: t('round_help_head'),
            needsHead: true,
            cell: ({ help }) => <MostHelp help={help} engine={engine} />,
          },
          {
            key: 'act',
            head: t('round_look'),
            atEnd: true,
            cell: ({ residentId }) => (
              <Button
                href={pairsPaths.deskRoundResident({ id: round.id, resident: residentId })}
                label={t.plain('round_look_at', { name: nameOf(residentId) })}
              >
                {t('round_look')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

/** The changes that would help the most. */
function MostHelp({ help, engine }: { readonly help: readonly Help[]; readonly engine: SayingEngine }) {
  const t = useWords(pairsStaffMessages);
  if (help.length === 0) return <>{t('round_no_help')}</>;
  return (
    <>
      {help.slice(0, MOST_HELP).map((one) => (
        <p>{sayOneHelp(one, engine)}</p>
      ))}
    </>
  );
}

/** A change with how many more would fit by it. */
export function sayOneHelp({ changes, candidates, givesAPair }: Help, engine: SayingEngine): string {
  const words = engine.list(changes.map(({ code, params }) => engine.say(code, params)));
  return engine.say('help', { changes: words, candidates, givesAPair: givesAPair ? 'yes' : 'no' });
}
