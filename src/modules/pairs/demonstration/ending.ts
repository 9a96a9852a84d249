import type { InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { type Closing, closePair } from '../closing/close-pair.ts';
import { completePair, endPair } from '../closing/end-pair.ts';
import { closingQuestions } from '../closing/questions.ts';
import { endOfPair } from '../rules.ts';
import words from './data/words.json' with { type: 'json' };
import type { Together } from './months.ts';
import { by, theHouse } from './pairing.ts';

/** Six months are over, and both say how it was: one of the two would like to again. */
export function completion(world: InventedWorld, two: Together): Step[] {
  const endsOn = endOfPair(two.beganOn);
  const at = (days: number, time: string) => world.at(endsOn.add({ days }), time);
  return [
    theHouse(two, at(0, '00:05'), completePair),
    by(two, 'resident', at(2, '20:15'), (tx, on) =>
      closePair(tx, { ...on, closing: closing(words.lastPageOfResident, 'no') }),
    ),
    by(two, 'volunteer', at(3, '21:05'), (tx, on) =>
      closePair(tx, { ...on, closing: closing(words.lastPageOfVolunteer, 'yes') }),
    ),
  ];
}

/** The resident ends it, and nobody asks why. */
export function ending(world: InventedWorld, two: Together): Step[] {
  return [by(two, 'resident', world.at(two.beganOn.add({ days: two.untilDay + 4 }), '19:30'), endPair)];
}

function closing(lastPage: string, wantsAgain: 'yes' | 'no'): Closing {
  const given = closingQuestions.give({ feeling: '5', got: ['talk', 'friend'], reason: '', words: '' });
  return { given, lastPage, wantsAgain, staysInTouch: 'yes', mayBeTold: false };
}
