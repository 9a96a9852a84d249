import type { VNode } from 'preact';
import type { Help } from '../../../../matching/index.ts';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { Button, Heading, PersonName, WorkList, WorkRow } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import type { ToldRound } from '../types.ts';
import { type SayingEngine, sayingEngine } from './reasons.ts';
import type { RoundProps } from './scene.ts';

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
      <WorkList label={t.plain('round_left_over', { count: leftOver.length })}>
        {leftOver.map(({ residentId, urgency, reason, help }) => (
          <WorkRow
            id={`left-${residentId}`}
            when={t('round_waits', { days: urgency.days })}
            title={
              <b>
                <PersonName>{nameOf(residentId)}</PersonName>
              </b>
            }
            facts={
              <>
                {engine.sayReason(reason)}{' '}
                {sayHelp(help, engine, t.plain('round_help'), t.plain('round_no_help'))}
              </>
            }
            act={
              <Button
                href={pairsPaths.deskRoundResident({ id: round.id, resident: residentId })}
                label={t.plain('round_look_at', { name: nameOf(residentId) })}
              >
                {t('round_look')}
              </Button>
            }
          />
        ))}
      </WorkList>
    </section>
  );
}

/** The changes that would help the most, behind a word that says so. */
function sayHelp(help: readonly Help[], engine: SayingEngine, intro: string, none: string): string {
  if (help.length === 0) return none;
  return `${intro} ${help
    .slice(0, MOST_HELP)
    .map((one) => sayOneHelp(one, engine))
    .join(' ')}`;
}

export function sayOneHelp({ changes, candidates, givesAPair }: Help, engine: SayingEngine): string {
  const words = engine.list(changes.map(({ code, params }) => engine.say(code, params)));
  return engine.say('help', { changes: words, candidates, givesAPair: givesAPair ? 'yes' : 'no' });
}
