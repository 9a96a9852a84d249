import type { SettingsPlace } from '../../../platform/parts/settings-place.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';

/** The steps to approval among all that an administrator sets. */
export const policyPlace: SettingsPlace = {
  href: trustPaths.policy(),
  title: trustStaffMessages.label('policy_title'),
  what: trustStaffMessages.label('policy_what'),
  order: 40,
  changes: { kind: 'trust.policy' },
};
