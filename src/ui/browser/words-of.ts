/** The words of an element as they are read: without the readings above them. */
export function wordsOf(element: Element): string {
  const read = element.cloneNode(true) as Element;
  for (const reading of read.querySelectorAll('rt, rp')) reading.remove();
  return read.textContent.trim();
}
