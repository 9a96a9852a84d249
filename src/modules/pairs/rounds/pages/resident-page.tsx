import type { VNode } from 'preact';
import { ActForm, maySend } from '../../../../kits/acts/index.ts';
import type { Fit, RoundDifference } from '../../../../matching/index.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import {
  Actions,
  Card,
  DataTable,
  EmptyState,
  FormErrors,
  Heading,
  Link,
  Notice,
  PageHead,
  PersonName,
  StatusChip,
} from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { roundForms } from '../forms.ts';
import type { Partner } from '../solving/cost.ts';
import type { Decision, ToldLeftOver, ToldProposal } from '../types.ts';
import { sayOneHelp } from './left-over.tsx';
import { type SayingEngine, sayingEngine } from './reasons.ts';
import { shownRound } from './round-page.tsx';
import type { RoundProps } from './scene.ts';
import { WayToWords, WordsCard, Written } from './words.tsx';

/** One resident of a round: whom they are proposed, who else there is, and what somebody else would cost the whole. */
export interface ResidentScene {
  readonly residentId: string;
  readonly own: readonly ToldProposal[];
  readonly left: ToldLeftOver | null;
  readonly partners: readonly Partner[];
  /** How many more there are than `partners` shows. */
  readonly more: number;
  /** The volunteer beside whom something is written now. */
  readonly writing: string | null;
  /** The one whose cost is looked at. */
  readonly looked: { readonly partner: Partner; readonly cost: RoundDifference } | null;
}

type Props = RoundProps & ResidentScene;

export function ResidentPage(props: Props): VNode {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { round, names, residentId, now } = props;
  const engine = sayingEngine(useLocale(), names);
  return (
    <>
      <PageHead
        title={<PersonName>{nameIn(props, residentId, t.plain('round_somebody'))}</PersonName>}
        back={{
          href: pairsPaths.deskRound({ id: round.id }),
          label: t('round_of', { day: formats.shortDay(round.heldOn, yearOf(now)) }),
        }}
      />
      <FormErrors refusals={props.form.refusals} />
      {props.writing && (
        <WordsCard
          {...props}
          volunteerId={props.writing}
          name={nameIn(props, props.writing, t.plain('round_somebody'))}
        />
      )}
      {props.looked && <CostCard {...props} looked={props.looked} engine={engine} />}
      <Now {...props} engine={engine} />
      <Partners {...props} engine={engine} />
    </>
  );
}

const nameIn = ({ names }: Pick<Props, 'names'>, id: string, otherwise: string) => names.get(id) ?? otherwise;

type WithEngine = Props & { readonly engine: SayingEngine };

/** What the round says of them now. */
function Now(props: WithEngine): VNode {
  const t = useWords(pairsStaffMessages);
  const { own, left, engine } = props;
  if (left)
    return (
      <Notice tone="notice" title={t('round_left_over_one')}>
        <p>{engine.sayReason(left.reason)}</p>
        {left.help.length > 0 && (
          <>
            <p>{t('round_help')}</p>
            <ul>
              {left.help.map((help) => (
                <li>{sayOneHelp(help, engine)}</li>
              ))}
            </ul>
          </>
        )}
      </Notice>
    );
  return (
    <>
      {own.map((proposal) => (
        <OwnProposal {...props} proposal={proposal} />
      ))}
    </>
  );
}

function OwnProposal(props: WithEngine & { readonly proposal: ToldProposal }): VNode {
  const t = useWords(pairsStaffMessages);
  const { proposal, decisions, engine } = props;
  const { volunteerId, fit, urgency, runnerUp } = proposal;
  const nameOf = (id: string) => nameIn(props, id, t.plain('round_somebody'));
  const decided = decisions.find((one) => isOf(one, props.residentId, volunteerId));
  return (
    <Card
      level={2}
      title={<PersonName>{nameOf(volunteerId)}</PersonName>}
      aside={
        decided ? (
          <StatusChip tone="notice">{t('round_is_pinned')}</StatusChip>
        ) : (
          t('round_fit_of', { count: fit.total })
        )
      }
      actions={
        decided ? (
          <TwoForm {...props} volunteerId={volunteerId} act="releases" />
        ) : (
          <>
            <TwoForm {...props} volunteerId={volunteerId} act="pins" />
            <TwoForm {...props} volunteerId={volunteerId} act="bans" />
          </>
        )
      }
    >
      <p>{urgency.reasons.map(engine.sayReason).join(' ')}</p>
      <FitTable fit={fit} engine={engine} />
      {runnerUp && (
        <p>
          {t('round_runner_up', { name: nameOf(runnerUp.volunteerId) })} {engine.sayReason(runnerUp.reason)}
        </p>
      )}
      <Written {...props} volunteerId={volunteerId} />
      <WayToWords {...props} volunteerId={volunteerId} name={nameOf(volunteerId)} />
    </Card>
  );
}

const isOf = (one: Decision, residentId: string, volunteerId: string) =>
  one.residentId === residentId && one.volunteerId === volunteerId;

function FitTable({ fit, engine }: { readonly fit: Fit; readonly engine: SayingEngine }): VNode {
  const t = useWords(pairsStaffMessages);
  return (
    <DataTable
      caption={t('round_fit_table')}
      rows={fit.parts}
      columns={[
        {
          key: 'factor',
          head: t('round_factor'),
          rowHead: true,
          cell: ({ factor }) => engine.say(`factor.${factor}`),
        },
        {
          key: 'points',
          head: t('round_points_head'),
          numeric: true,
          cell: ({ points, most }) => t('round_points_of', { points, most }),
        },
        { key: 'why', head: t('round_because'), cell: ({ reason }) => engine.sayReason(reason) },
      ]}
    />
  );
}

/** Everybody else with whom they could be, the best fit first. */
function Partners(props: WithEngine): VNode {
  const t = useWords(pairsStaffMessages);
  const { round, partners, more, residentId, own, engine } = props;
  const nameOf = (id: string) => nameIn(props, id, t.plain('round_somebody'));
  const isOwn = (id: string) => own.some(({ volunteerId }) => volunteerId === id);
  const at = pairsPaths.deskRoundResident({ id: round.id, resident: residentId });
  return (
    <section class="stack">
      <Heading level={2}>{t('round_partners')}</Heading>
      <DataTable
        caption={t('round_partners')}
        captionHidden
        rows={partners.filter(({ volunteerId }) => !isOwn(volunteerId))}
        empty={
          <EmptyState level={3} title={t('round_no_partners')}>
            {t('round_no_partners_text')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            head: t('round_name'),
            rowHead: true,
            cell: ({ volunteerId }) => <PersonName>{nameOf(volunteerId)}</PersonName>,
          },
          { key: 'fit', head: t('round_fit_head'), numeric: true, cell: ({ fit }) => fit.total },
          {
            key: 'now',
            head: t('round_partner_now'),
            cell: ({ volunteerId, proposedTo, isBanned }) => (
              <>
                {isBanned
                  ? t('round_is_banned')
                  : proposedTo.length > 0
                    ? t('round_proposed_to', { names: engine.list(proposedTo.map(nameOf)) })
                    : t('round_partner_free')}
                <Written {...props} volunteerId={volunteerId} />
              </>
            ),
          },
          {
            key: 'act',
            head: t('round_cost_head'),
            atEnd: true,
            cell: ({ volunteerId }) => (
              <Link href={`${at}?with=${volunteerId}`} apart={nameOf(volunteerId)}>
                {t('round_see_cost')}
              </Link>
            ),
          },
        ]}
      />
      {more > 0 && <p>{t('round_more_partners', { count: more })}</p>}
    </section>
  );
}

/** What it costs the whole to put the two together, before it is decided. */
function CostCard(props: WithEngine & { readonly looked: NonNullable<Props['looked']> }): VNode {
  const t = useWords(pairsStaffMessages);
  const { looked, residentId, decisions, engine } = props;
  const { partner, cost } = looked;
  const nameOf = (id: string | null) => (id === null ? t.plain('round_nobody') : nameIn(props, id, '–'));
  const others = cost.different.filter((one) => one.residentId !== residentId);
  const decided = decisions.find((one) => isOf(one, residentId, partner.volunteerId));
  return (
    <Card
      level={2}
      accent
      id="cost"
      title={t('round_with', { name: nameOf(partner.volunteerId) })}
      actions={
        <Actions>
          {decided ? (
            <TwoForm {...props} volunteerId={partner.volunteerId} act="releases" />
          ) : (
            <>
              <TwoForm {...props} volunteerId={partner.volunteerId} act="pins" kind="main" />
              <TwoForm {...props} volunteerId={partner.volunteerId} act="bans" />
            </>
          )}
        </Actions>
      }
    >
      <p>{t('round_cost', { pairs: cost.pairs, days: cost.urgency, points: cost.fit })}</p>
      {others.length > 0 && (
        <>
          <p>{t('round_cost_moves')}</p>
          <ul>
            {others.map((one) => (
              <li>
                {t('round_cost_move', {
                  name: nameOf(one.residentId),
                  before: nameOf(one.before),
                  after: nameOf(one.after),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <FitTable fit={partner.fit} engine={engine} />
    </Card>
  );
}

/** One press about the resident of the page and one volunteer; nothing once the round is over. */
function TwoForm(
  props: Props & {
    readonly volunteerId: string;
    readonly act: 'pins' | 'bans' | 'releases';
    readonly kind?: 'main';
  },
): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { act, residentId, volunteerId } = props;
  const of = shownRound(props);
  if (!maySend({ table: roundForms, of, act })) return null;
  return (
    <ActForm
      table={roundForms}
      act={act}
      of={of}
      kind={props.kind}
      hidden={{ residentId, volunteerId }}
      button={t(roundForms.sent[act].verb)}
      label={t.plain('round_decide_on', {
        what: t.plain(roundForms.sent[act].verb),
        name: nameIn(props, volunteerId, '–'),
      })}
    >
      {null}
    </ActForm>
  );
}
