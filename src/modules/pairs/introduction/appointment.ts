import type { AppointmentKind } from '../../../platform/parts/appointment.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { INTRODUCTION, INTRODUCTION_MINUTES } from './rules.ts';
import { pairsOfIntroductions } from './store.ts';

/** What coordinators keep times open for: two people meet for the first time. */
export const introductionAppointments: AppointmentKind = {
  kind: INTRODUCTION,
  label: pairsMessages.label('introduction_of_a_pair'),
  usualMinutes: INTRODUCTION_MINUTES.usual,
  async pagesOf(db, ids) {
    const pairs = await pairsOfIntroductions(db, ids);
    return new Map([...pairs].map(([id, pairId]) => [id, pairsPaths.deskPair({ id: pairId })]));
  },
};
