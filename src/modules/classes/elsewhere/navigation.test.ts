import { expect, test } from 'vitest';
import { childrenPaths } from '../children/paths.ts';
import { classesPaths } from '../paths.ts';
import { classesSignInFor } from './navigation.ts';

const on = (path: string) => classesSignInFor.find(({ href }) => path.startsWith(href));

test('who is on the way to enroll a child reads what is asked before they sign in; who teaches is asked nothing', () => {
  const enrolling = on(childrenPaths.enrolment({ id: 'saturdays' }));
  expect(enrolling?.text?.('en')).toContain('who fetches');
  expect(on(classesPaths.teaching())?.title('en')).toBe('Sign in to see when you teach');
  expect(on(classesPaths.teaching())?.text).toBeUndefined();
});
