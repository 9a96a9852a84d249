import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { classesPaths } from '../paths.ts';
import { classesMessages } from '../words.ts';

/** Classes, among all that people do together. */
export const classesPublicPart: PublicPart = {
  order: 30,
  card: {
    picture: () => <LineScene name="karuta" />,
    title: classesMessages.label('classes_title'),
    text: classesMessages.label('home_classes_text'),
    href: classesPaths.classes(),
    act: classesMessages.label('home_classes'),
  },
};
