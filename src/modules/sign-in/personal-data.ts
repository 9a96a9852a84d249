import { brief, byAddress, type PersonalDataMap, type Rule, who } from '../../platform/personal-data.ts';

const CODE: Rule = {
  ...brief('codes', { after: 'ran_out', from: 'expires_at', lasts: 'P1D' }),
  of: byAddress('email'),
  leaving: 'delete',
};
const CHALLENGE: Rule = { ...CODE, of: 'person_id' };
const SESSION: Rule = {
  name: 'sessions',
  of: 'person_id',
  keep: [{ after: 'signed_out', from: 'ended_at', lasts: 'P30D' }],
  atMost: { after: 'signed_in', from: 'created_at', lasts: 'P365D' },
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const DEVICE: Rule = {
  ...SESSION,
  name: 'known_devices',
  keep: [{ after: 'signed_in', from: 'last_used_at', lasts: 'P400D' }],
  atMost: { after: 'signed_in', from: 'last_used_at', lasts: 'P400D' },
};
const KEY: Rule = {
  name: 'keys',
  of: 'person_id',
  keep: 'as_long_as_person',
  end: 'delete',
  export: 'row',
  leaving: 'delete',
};
const device = who('to let somebody recognize their devices', SESSION);
const knownDevice = who('to let somebody in although strangers ask for codes in their name', DEVICE);
const key = who('to sign in without a code', KEY);
const secret = { ...who('to sign in without a code', KEY), export: 'never' } as const;
const secondFactor = {
  ...who('to be sure of staff who see the records of others', KEY),
  export: 'never',
} as const;
const recovery = { ...who('to sign in when a phone is lost', KEY), export: 'never' } as const;

/** What each column of sign-in can hold, what for and how long. */
export const personalData: PersonalDataMap = {
  'auth.codes': {
    id: 'none',
    token_hash: 'none',
    code_hash: 'none',
    form_hash: 'none',
    email: { class: 'contact', purpose: 'to send a code for signing in', rule: CODE },
    locale: 'none',
    back: 'none',
    draft_id: 'none',
    tries: 'none',
    created_at: 'none',
    expires_at: 'none',
    used_at: 'none',
    session_id: 'none',
  },
  'auth.sessions': {
    id: 'none',
    token_hash: 'none',
    person_id: device,
    means: 'none',
    browser: device,
    system: device,
    created_at: device,
    last_seen_at: device,
    strong_at: 'none',
    ended_at: 'none',
  },
  'auth.known_devices': {
    token_hash: 'none',
    person_id: knownDevice,
    created_at: knownDevice,
    last_used_at: knownDevice,
  },
  'auth.challenges': {
    challenge: 'none',
    purpose: 'none',
    person_id: who('to ask a device whether it is theirs', CHALLENGE),
    expires_at: 'none',
  },
  'auth.passkeys': {
    id: 'none',
    credential_id: secret,
    person_id: key,
    public_key: 'none',
    counter: 'none',
    transports: 'none',
    browser: key,
    system: key,
    created_at: 'none',
    last_used_at: key,
  },
  'auth.authenticators': {
    person_id: secondFactor,
    sealed_secret: { ...secondFactor, sealed: ['person_id'] },
    last_step: 'none',
    created_at: 'none',
  },
  'auth.recovery_codes': { code_hash: 'none', person_id: recovery, created_at: 'none', used_at: recovery },
};
