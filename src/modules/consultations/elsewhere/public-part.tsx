import { housePaths } from '../../../platform/addresses/paths.ts';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { consultationMessages } from '../words.ts';

/** Consultations, among all ways to help: it leads to the screen that asks about danger first. */
export const consultationsPublicPart: PublicPart = {
  order: 35,
  card: {
    picture: () => <LineScene name="expert" />,
    title: consultationMessages.label('program_title'),
    text: consultationMessages.label('home_consultations_text'),
    href: housePaths.consultationsNew(),
    act: consultationMessages.label('home_consultations'),
  },
};
