const TWICE_MS = 1_500;

/** Escape pressed twice, or the button: the page goes, and takes its place in the way back along. */
export function leaveQuickly(): void {
  const way = document.querySelector<HTMLAnchorElement>('a[data-leave]');
  if (!way) return;
  const leave = () => {
    // What is on the screen goes at once, whatever the network does.
    document.body.replaceChildren();
    location.replace(way.href);
  };
  way.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  let lastAt = Number.NEGATIVE_INFINITY;
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return;
    if (timeStamp - lastAt < TWICE_MS) leave();
    lastAt = timeStamp;
  });
}
