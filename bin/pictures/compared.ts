/** A screen that is looked at beside what it was in a former version. */
export interface Compared {
  /** Of the page in `PAGES`. */
  readonly name: string;
  readonly caption: string;
}

/** The twelve by which a former version is compared with this one. */
export const COMPARED: readonly Compared[] = [
  { name: 'home', caption: 'Home, as a visitor' },
  { name: 'help-now', caption: 'Help now' },
  { name: 'spot-requests-new', caption: 'Asking: the first screen' },
  { name: 'spot-offers', caption: 'What a volunteer is asked' },
  { name: 'me', caption: 'My page, as a resident' },
  { name: 'spot-requests-id-confirmed', caption: 'My request, which both have agreed to' },
  { name: 'desk', caption: 'The desk' },
  { name: 'desk-requests-id-volunteers', caption: 'Who fits a request' },
  { name: 'people', caption: 'People' },
  { name: 'trust-applications', caption: 'Applications' },
  { name: 'trust-concerns', caption: 'Concerns' },
  { name: 'settings', caption: 'Settings' },
];
