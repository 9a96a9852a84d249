import type pg from 'pg';
import { ago, type City } from './city.ts';
import { another, type Belonging, COPIED, codeOf, copyWhole } from './copy-rows.ts';

const OF_APPLICATION = ['places', 'signatures', 'interviews', 'consents'] as const;
const OF_PAIR = [
  ...(['steps', 'waits', 'fees', 'expectations', 'introductions', 'given_contacts', 'activities'] as const),
  ...(['check_ins', 'loneliness', 'closures', 'certificates'] as const),
] as const;

interface Met {
  readonly id: string;
  readonly residentId: string;
  readonly volunteerId: string;
}

/** Pairs whose half year lies behind them, with their months, among the people of the city; and who applied in vain. */
export async function copyPairs(
  client: pg.Client,
  { pairs, pairApplications }: City,
  era: string,
): Promise<void> {
  const { rows } = await client.query<Met>(
    `select p.id, r.person_id as "residentId", v.person_id as "volunteerId" from pairs.pairs p
     join pairs.applications r on r.id = p.resident_application_id
     join pairs.applications v on v.id = p.volunteer_application_id
     where p.state = 'completed' order by p.over_at desc limit 1`,
  );
  const [one] = rows;
  if (!one) throw new Error('the world has no pair that is over');
  const applications = `select unnest(array[resident_application_id, volunteer_application_id]) from pairs.pairs where id = '${one.id}'`;
  const ofPair: readonly Belonging[] = [
    ['pairs.pairs', `t.id = '${one.id}'`],
    ...OF_PAIR.map((table) => [`pairs.${table}`, `t.pair_id = '${one.id}'`] as const),
    ['conversations.threads', `t.subject_id = '${one.id}'`],
    ['conversations.participants', `t.thread_id in (${COPIED})`],
  ];
  const copying = { era, instead: insteadOf(one) };
  await copyWhole(client, [...applicationRows(applications), ...ofPair], {
    ...copying,
    ...past(pairs, era),
    times: pairs,
  });
  const inVain = Math.ceil((pairApplications - 2 * pairs) / 2);
  await copyWhole(client, applicationRows(applications), {
    ...{ ...copying, era: `${era}/in vain` },
    ...past(inVain, era),
    times: inVain,
  });
}

const insteadOf = ({ residentId, volunteerId }: Met) =>
  [
    [residentId, 'residents_of_city', 'k'],
    [volunteerId, 'volunteers_of_city', 'k'],
  ] as const;

const applicationRows = (ids: string): readonly Belonging[] => [
  ['pairs.applications', `t.id in (${ids})`],
  ['pairs.members', `t.application_id in (${ids})`],
  ...OF_APPLICATION.map((table) => [`pairs.${table}`, `t.application_id in (${ids})`] as const),
  ['pairs.steps', `t.application_id in (${ids})`],
];

/** Nobody waits for anything any more, and their words are forgotten. */
const past = (total: number, era: string) => {
  const shift = ago(`${total}`);
  return {
    shift,
    overrides: {
      'pairs.applications.state': "'ended'",
      'pairs.applications.ended_at': `coalesce(t.ended_at, t.heard_at) - ${shift}`,
      is_current: 'false',
      forgotten_at: `now() - ${shift}`,
      code: codeOf(another('code', era)),
    },
  };
};
