import type { SignIn } from '../types.ts';

/** Where a passkey belongs: it works on this site only. */
export interface Site {
  /** `https://help.example.org` */
  readonly origin: string;
  /** `help.example.org` */
  readonly host: string;
}

/**
 * Our own site: as configured, else as the browser says in a request that the web kit has found to come from our
 * own pages.
 */
export function siteOf(signIn: SignIn, headers: Headers): Site | null {
  const said = signIn.publicUrl ?? headers.get('origin') ?? '';
  if (!URL.canParse(said)) return null;
  const { origin, hostname } = new URL(said);
  return { origin, host: hostname };
}
