/**
 * What lets seats follow those who teach. Without it the drill must find children on seats of tutors who have dropped out,
 * and presses that are gone.
 */
export const walls = `drop trigger follow_commitments on classes.commitments`;
