import { explainLeftOvers } from '../explanation/left-over.ts';
import { recruitKinds, volunteersWorthAsking } from '../explanation/recruits.ts';
import { runnerUpOf } from '../explanation/runner-up.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import type { SolvedRound } from '../pairs/types.ts';
import type { Reason } from '../people/party.ts';
import { checkCertificate } from '../round/certificate.ts';
import { exampleRound } from './people.ts';

/** Turns a code and its params into a sentence; the words are the caller's, from `messages/`. */
export type Say = (code: string, params: Reason['params']) => string;

/**
 * Writes the worked example of the README: proposals with reasons and runner-up, who is left over and why,
 * the certificate.
 */
export function examplePage(say: Say): string {
  const round = solveRoundOfPairs(exampleRound);
  return [
    ...proposals(round, say),
    ...leftOvers(round, say),
    ...recruits(round, say),
    ...certificate(round),
  ].join('\n');
}

function proposals(round: SolvedRound, say: Say): string[] {
  return round.proposals.flatMap(({ residentId, volunteerId, fit, urgency }) => {
    const runnerUp = runnerUpOf(round, residentId);
    const waited = urgency.reasons.map(({ code, params }) => say(code, params)).join(' ');
    const rows = fit.parts.map(
      ({ factor, points, most, reason }) =>
        `| ${say(`factor.${factor}`, {})} | ${points} of ${most} | ${say(reason.code, reason.params)} |`,
    );
    const second = runnerUp
      ? `Runner-up: ${runnerUp.volunteerId}. ${say(runnerUp.reason.code, runnerUp.reason.params)}`
      : 'Nobody else could be proposed.';
    return [
      `**${residentId} and ${volunteerId}**, fit ${fit.total}. ${waited}`,
      '',
      '| | points | because |',
      '|---|---|---|',
      ...rows,
      '',
      second,
      '',
    ];
  });
}

function leftOvers(round: SolvedRound, say: Say): string[] {
  return explainLeftOvers(round).flatMap(({ residentId, reason, help }) => [
    `**${residentId} is left over.** ${say(reason.code, reason.params)} What would help:`,
    '',
    ...help.slice(0, 3).map(({ changes, candidates, givesAPair }) => {
      const words = changes.map(({ code, params }) => say(code, params));
      return `- ${say('help', { changes: words, candidates, givesAPair: givesAPair ? 'yes' : 'no' })}`;
    }),
    ...(help.length === 0 ? ['- Nothing that is theirs to change.'] : []),
    '',
  ]);
}

function recruits(round: SolvedRound, say: Say): string[] {
  const kinds = recruitKinds(round).map(({ area, language, urgencyDays, residentIds, times, ...needed }) =>
    say('recruit', {
      area,
      language,
      days: urgencyDays,
      residents: residentIds.length,
      experience: needed.experienceIn,
      skills: needed.experienceIn.length,
      purposes: needed.offers,
      offered: needed.offers.length,
      times: times.map((time) => say('time', { day: time.day, part: time.part })),
    }),
  );
  const asked = volunteersWorthAsking(round).map(({ volunteerId, urgencyDays }) =>
    say('ask_for_one_more_place', { volunteer: volunteerId, days: urgencyDays }),
  );
  return ['**Whom to recruit**', '', ...[...kinds, ...asked].map((sentence) => `- ${sentence}`), ''];
}

function certificate({ problem, result, residents, volunteers }: SolvedRound): string[] {
  const { cover, price } = result.certificate;
  const verdict = checkCertificate(problem, result).ok ? 'accepts' : 'refuses';
  const row = (id: string, covered: number, priced: number) => `| ${id} | ${covered} | ${priced} |`;
  return [
    `**Certificate**: ${result.pairs} pairs, urgency ${result.urgency}, fit ${result.fit}; the checker ${verdict} it.`,
    '',
    '| | cover | price |',
    '|---|---|---|',
    ...residents.map(({ id }, at) => row(id, cover.residents[at]!, price.residents[at]!)),
    ...volunteers.map(({ id }, at) => row(id, cover.volunteers[at]!, price.volunteers[at]!)),
  ];
}
