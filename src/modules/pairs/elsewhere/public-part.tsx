import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { pairsPaths } from '../paths.ts';
import { pairsMessages } from '../words.ts';

/** Half a year together, among all that people do. */
export const pairsPublicPart: PublicPart = {
  order: 15,
  card: {
    picture: () => <LineScene name="table" />,
    title: pairsMessages.label('home_pairs_title'),
    text: pairsMessages.label('home_pairs_text'),
    href: pairsPaths.own(),
    act: pairsMessages.label('home_pairs'),
  },
};
