import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import { classesPaths } from '../paths.ts';
import { classesMessages } from '../words.ts';

/** The ways to the pages of classes. */
export const classesNavigation: readonly NavigationEntry[] = [
  {
    href: classesPaths.classes(),
    label: classesMessages.label('classes_title'),
    places: ['menu', 'footer'],
    roles: 'everybody',
    order: 90,
  },
  {
    href: classesPaths.teaching(),
    label: classesMessages.label('teaching_title'),
    places: ['menu'],
    roles: ['tutor'],
    order: 92,
  },
  {
    href: classesPaths.deskClasses(),
    label: classesMessages.label('classes_plan'),
    places: ['menu'],
    roles: ['coordinator'],
    order: 93,
  },
];
