import type { Reference } from './provider.ts';

/** `pledge:0190…`, as the provider keeps it. */
export function spellReference({ kind, id }: Reference): string {
  return `${kind}:${id}`;
}

/** @returns null for what is none of ours: somebody may charge by hand at the provider */
export function readReference(spelled: string | undefined | null): Reference | null {
  const [, kind, id] =
    /^(pledge|promise):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(spelled ?? '') ?? [];
  return kind && id ? { kind: kind as Reference['kind'], id } : null;
}
