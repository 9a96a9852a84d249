import type { Thing } from '../../../platform/thing.ts';
import { pairsEvents } from '../events.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';
import { TOGETHER } from './life.ts';
import { residentOfPair, volunteerOfPair } from './relations.ts';
import { findPair } from './store.ts';
import { PAIR } from './subject.ts';

const CHANGES_TALK = [
  'pairs.pair.accepted',
  'pairs.pair.fell_through',
  'pairs.pair.ended',
  'pairs.pair.completed',
  'pairs.pair.writing_stopped',
  'pairs.pair.writing_resumed',
] as const;

/** A pair, as what two people have to do with together. With coordinators each of them talks about their own application. */
export const pairThing: Thing = {
  kind: PAIR,
  pathFor: (onlooker, id) => (onlooker === 'staff' ? pairsPaths.deskPair({ id }) : pairsPaths.pair({ id })),
  wordsIn(locale) {
    const t = pairsMessages.in(locale);
    return {
      withStaff: t('talk_about_pair_with_staff'),
      together: t('talk_about_pair'),
      back: t('back_to_pair'),
      lead: t('write_about_pair'),
      notYet: t('talk_of_pair_not_yet'),
    };
  },
  async whoTalks(db, id) {
    const pair = await findPair(db, id);
    const mayTalk = pair && !pair.writingStoppedAt && TOGETHER.some((state) => state === pair.state);
    return { together: mayTalk ? [pair.volunteerId, pair.residentId] : [], withStaff: null };
  },
  doors: [
    {
      path: pairsPaths.conversation.pattern,
      as: 'party',
      access: [volunteerOfPair, residentOfPair],
      begins: [],
      audit: null,
    },
  ],
  whenTalkChanges: (settles) =>
    CHANGES_TALK.map((event) => pairsEvents.hear({ event, ...settles('pairId') })),
};
