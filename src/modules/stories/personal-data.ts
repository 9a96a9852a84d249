import { numberOf, type PersonalDataMap, type Rule } from '../../platform/personal-data.ts';

/** What somebody told: as long as they let it stand, and a year after it was taken back, so that others can be asked for it. */
const STORY: Rule = {
  name: 'stories',
  of: 'teller_id',
  keep: [{ after: 'story_ended', from: 'ended_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const OF_STORY: Rule = {
  ...STORY,
  of: 'story_id>stories.stories.teller_id',
  keep: [{ after: 'story_ended', from: 'story_id>stories.stories.ended_at', lasts: 'P1Y' }],
};
/** What each of those in it agreed to. */
const CONSENT: Rule = {
  name: 'story_consents',
  of: 'person_id',
  keep: [{ after: 'consent_ended', from: 'ended_at', lasts: 'P1Y' }],
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
/** That it was agreed, and taken back: of whom, only who has the code can say. */
const PROOF: Rule = {
  name: 'story_proofs',
  of: null,
  keep: [{ after: 'consent_would_end', from: 'until_at', lasts: 'P3Y' }],
  end: 'delete',
  export: 'never',
  leaving: { keeps: 'proof' },
};

const by = (purpose: string) => ({ class: 'identity', purpose, rule: numberOf }) as const;
const story = (purpose: string) => ({ class: 'identity', purpose, rule: STORY }) as const;
const words = (purpose: string, rule: Rule, row: readonly string[] = ['id']) =>
  ({ class: 'free_text', purpose, rule, sealed: row }) as const;
const consent = (purpose: string) => ({ class: 'identity', purpose, rule: CONSENT }) as const;
const file = (purpose: string) => ({ class: 'identity', purpose, rule: OF_STORY, files: true }) as const;

/** What each column of this module can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'stories.stories': {
    id: 'none',
    state: 'none',
    teller_id: 'none',
    part: 'none',
    source: 'none',
    invited_by: by('to know who invited you'),
    begun_from_kind: 'none',
    begun_from_id: 'none',
    answers: words('to write your story from what you told', STORY),
    tells_ward: story('to see that nobody can find you by your story'),
    tells_language: story('to see that nobody can find you by your story'),
    tells_child_age: story('to see that nobody can find you by your story'),
    tells_job: 'none',
    is_guarded: {
      class: 'sensitive',
      purpose: 'to keep your name, face and place out of your story',
      rule: STORY,
      // That somebody is kept apart tells of another.
      export: 'never',
      plain: 'yes or no',
    },
    revision: 'none',
    version: 'none',
    created_at: 'none',
    agreed_at: 'none',
    published_at: 'none',
    published_by: by('to know who published it'),
    ended_at: 'none',
  },
  'stories.revisions': {
    story_id: 'none',
    revision: 'none',
    grade: 'none',
    by_person: by('to know who changed it'),
    at: 'none',
  },
  'stories.texts': {
    story_id: 'none',
    locale: 'none',
    words: words('to tell your story', OF_STORY, ['story_id', 'locale']),
    asked_words: words('to see that your story says no more than you agreed to', OF_STORY, [
      'story_id',
      'locale',
    ]),
    based_on: 'none',
    changed_at: 'none',
  },
  'stories.consents': {
    id: 'none',
    story_id: 'none',
    person_id: 'none',
    email: {
      class: 'contact',
      purpose: 'to ask you, and to send you the proof',
      rule: CONSENT,
      plain: 'mails go there',
    },
    name: { ...words('to know whom we ask', CONSENT), class: 'identity' },
    guardian: { ...words('to know who answers for a child', CONSENT), class: 'identity' },
    is_child: 'none',
    locale: 'none',
    in_text: 'none',
    in_picture: 'none',
    face: consent('to hide your face on the picture'),
    state: 'none',
    asked_by: by('to know who asked you'),
    asked_at: 'none',
    agreed_text: words('to keep what you agreed to, word by word', CONSENT),
    agreed_hash: 'none',
    uses: consent('to use your story only where you agreed'),
    naming: 'none',
    shown_as: { ...words('to call you as you wish', CONSENT), class: 'identity' },
    shows_face: 'none',
    shows_place: 'none',
    until_at: 'none',
    agreed_at: 'none',
    ended_at: 'none',
    version: 'none',
  },
  'stories.pictures': {
    story_id: 'none',
    original_id: file('to show your picture as you agreed'),
    shown_id: file('to show your picture as you agreed'),
    small_id: file('to show your picture as you agreed'),
    crop: 'none',
    alt: words('to say what is to be seen on your picture', OF_STORY, ['story_id']),
    sha256: 'none',
    fingerprint: 'none',
    shown_sha256: 'none',
    shown_fingerprint: 'none',
    kept_at: 'none',
  },
  // Signs from which no picture can be drawn, and that lead to nobody.
  'stories.recalled_pictures': { id: 'none', sha256: 'none', fingerprint: 'none', at: 'none' },
  'stories.uses': {
    id: 'none',
    story_id: 'none',
    kind: 'none',
    channel: 'none',
    place: {
      class: 'free_text',
      purpose: 'to ask others to take your story away',
      rule: OF_STORY,
      plain: 'the name of a paper or a page',
    },
    is_ours: 'none',
    by_person: by('to know who used it'),
    at: 'none',
    ended_at: 'none',
    told_at: 'none',
  },
  'stories.proofs': {
    id: 'none',
    code: { class: 'identity', purpose: 'to prove what was agreed to and taken back', rule: PROOF },
    act: 'none',
    consent_id: 'none',
    story_id: 'none',
    text_hash: 'none',
    uses: 'none',
    naming: 'none',
    shows_face: 'none',
    at: 'none',
    until_at: 'none',
  },
};
