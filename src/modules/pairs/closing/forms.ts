import { sentAt } from '../../../kits/acts/index.ts';
import { pairLife } from '../pair/life.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

/** By which one of the two ends their pair, and has the paper made of a whole one. */
export const endingForms = sentAt({
  at: pairsPaths.pair.pattern,
  life: pairLife,
  words: pairsMessages,
  sent: {
    endings: { act: 'end', says: 'pair_is_over', to: pairsPaths.closing.pattern },
    certificates: { audit: 'pairs.certificate.made', says: 'certificate_is_made' },
  },
});
