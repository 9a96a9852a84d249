import { z } from 'zod';
import { sentAt } from '../../../kits/acts/index.ts';
import { defineForm, line, oneOf, pick } from '../../../kits/forms/index.ts';
import { choice, day } from '../../../platform/web/form-fields.ts';
import { listMunicipalityChoices } from '../../people/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsStaffMessages } from '../words.ts';
import { roundLife } from './life.ts';
import { WEIGHTS } from './solving/weights.ts';

const two = { residentId: z.uuid(), volunteerId: z.uuid() };
const VERSIONS = WEIGHTS.map(({ version }) => version) as [string, ...string[]];

/** What a coordinator does with a round. */
export const roundForms = sentAt({
  at: pairsPaths.deskRound.pattern,
  life: roundLife,
  words: pairsStaffMessages,
  versioned: true,
  sent: {
    solving: { act: 'solve', verb: 'round_solve', says: 'round_solve_done' },
    stop: { act: 'stop', verb: 'round_stop', says: 'round_stop_done' },
    pins: { act: 'decide', input: two, verb: 'round_pin', says: 'round_pin_done' },
    bans: { act: 'decide', input: two, verb: 'round_ban', says: 'round_ban_done' },
    releases: { act: 'decide', input: two, verb: 'round_free', says: 'round_free_done' },
    // A thousand proposals are written in one transaction.
    publication: { act: 'publish', verb: 'round_publish', says: 'round_publish_done', seconds: 60 },
    discarding: { act: 'discard', verb: 'round_discard', says: 'round_discard_done' },
  },
});

/** A new round: of whom, on which day, by which weights. */
export const newRoundForm = defineForm(pairsStaffMessages, [
  line('heldOn', day, { label: 'round_held_on', hint: 'round_held_on_hint', type: 'date', width: 'medium' }),
  pick(
    'area',
    z
      .string()
      .regex(/^(\d{5})?$/, 'choose_one')
      .transform((area) => area || null),
    {
      label: 'round_area',
      hint: 'round_area_hint',
      orAll: true,
      options: (locale) => listMunicipalityChoices(locale),
    },
  ),
  oneOf('weightsVersion', choice(VERSIONS), {
    label: 'round_weights',
    choices: () => VERSIONS.map((value) => ({ value, label: value })),
  }),
]);
