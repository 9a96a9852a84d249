import type { NavigationEntry } from '../../../platform/parts/navigation.ts';
import type { SignInFor } from '../../../platform/parts/sign-in-for.ts';
import { childrenPaths } from '../children/paths.ts';
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

const forChildren = classesMessages.label('sign_in_for_children');
const toTeach = classesMessages.label('sign_in_to_teach');

/** What signing in is for on the way to the pages of tutors and of families; the first that fits counts. */
export const classesSignInFor: readonly SignInFor[] = [
  { href: classesPaths.teaching(), title: toTeach },
  { href: `${classesPaths.classes()}/sessions/`, title: toTeach },
  {
    href: `${classesPaths.classes()}/`,
    title: forChildren,
    text: classesMessages.label('sign_in_to_enroll'),
  },
  { href: childrenPaths.mine(), title: forChildren },
];
