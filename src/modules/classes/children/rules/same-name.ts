import { mayBeOne, nameForms } from '../../../../japanese/alike/name-forms.ts';

/**
 * Whether two names may be one person's: as passports, cards and families write them, or as somebody is called by one of their names.
 * Between a button too many and a button too few at the door, it is the one too few: there they are asked, and call.
 */
export function mayBeSame(one: string, other: string): boolean {
  return mayBeOne(nameForms(one), nameForms(other)) || isPartOf(one, other) || isPartOf(other, one);
}

/** Whether somebody stands there by one name alone, which is among the names of the other. */
function isPartOf(one: string, other: string): boolean {
  const parts = other.split(/[\s・･=＝,、.]+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.some((part) => mayBeOne(nameForms(one), nameForms(part)));
}
