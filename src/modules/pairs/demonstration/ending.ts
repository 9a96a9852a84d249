import type { InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import { issueCertificate } from '../closing/certificate/issue.ts';
import { type Closing, closePair } from '../closing/close-pair.ts';
import { completePair, endPair } from '../closing/end-pair.ts';
import { closingQuestions } from '../closing/questions.ts';
import { endOfPair } from '../rules.ts';
import words from './data/words.json' with { type: 'json' };
import type { Together } from './months.ts';
import { by, talk, theHouse } from './pairing.ts';

/** Six months are over, and both say how it was: one of the two would like to again, the other has their paper made. */
export function completion(world: InventedWorld, two: Together): Step[] {
  const endsOn = endOfPair(two.beganOn);
  const at = (days: number, time: string) => world.at(endsOn.add({ days }), time);
  return [
    theHouse(two, at(0, '00:05'), completePair),
    talk(two, at(0, '00:06'), 'closed'),
    by(two, 'resident', at(2, '20:15'), (tx, on) =>
      closePair(tx, { ...on, closing: closing(words.lastPageOfResident, 'no') }),
    ),
    by(two, 'volunteer', at(3, '21:05'), (tx, on) =>
      closePair(tx, { ...on, closing: closing(words.lastPageOfVolunteer, 'yes') }),
    ),
    by(two, 'resident', at(4, '12:30'), issueCertificate),
  ];
}

/** The resident ends it, nobody asks why, and they say how it was; of the other that is waited for. */
export function ending(world: InventedWorld, two: Together): Step[] {
  const at = (time: string) => world.at(two.beganOn.add({ days: two.untilDay + 4 }), time);
  return [
    by(two, 'resident', at('19:30'), endPair),
    talk(two, at('19:31'), 'closed'),
    by(two, 'resident', at('19:40'), (tx, on) => closePair(tx, { ...on, closing: closing('', 'no') })),
  ];
}

function closing(lastPage: string, wantsAgain: Closing['wantsAgain']): Closing {
  const given = closingQuestions.give({ feeling: '5', got: ['talk', 'friend'], reason: '', words: '' });
  return { given, lastPage, wantsAgain, staysInTouch: 'yes', mayBeTold: false };
}
