/**
 * What keeps an event within its seats, and knows how many are taken. Without it the drill must find people on seats that
 * there are not, and presses that are gone.
 */
export const walls = `drop trigger keep_seats on events.registrations`;
