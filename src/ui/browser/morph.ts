/**
 * Makes `from` look like `to` with as few changes as possible: elements with the same id, or else the next of the same
 * kind, stay the very elements they are, with focus, scroll position and open panels. A form somebody is filling in
 * (`keep`) is left alone.
 */
export function morph(from: Element, to: Element, keep: (element: Element) => boolean): void {
  if (from.isEqualNode(to) || keep(from)) return;
  morphAttributes(from, to);
  let next = from.firstChild;
  for (const wanted of [...to.childNodes]) {
    const match = findMatch(next, wanted);
    if (!match) {
      from.insertBefore(document.importNode(wanted, true), next);
      continue;
    }
    // Whatever lies between was taken out of the page, unless it has its place further on.
    while (next && next !== match) {
      const passed: ChildNode = next;
      next = next.nextSibling;
      if (hasPlaceIn(to, passed)) from.append(passed);
      else passed.remove();
    }
    next = match.nextSibling;
    if (match instanceof Element) morph(match, wanted as Element, keep);
    else if (match.nodeValue !== wanted.nodeValue) match.nodeValue = wanted.nodeValue;
  }
  while (next) {
    const passed: ChildNode = next;
    next = next.nextSibling;
    passed.remove();
  }
}

function findMatch(start: ChildNode | null, wanted: ChildNode): ChildNode | null {
  for (let node = start; node; node = node.nextSibling) {
    if (node.nodeName === wanted.nodeName && idOf(node) === idOf(wanted)) return node;
  }
  return null;
}

function idOf(node: ChildNode): string {
  return node instanceof Element ? node.id : '';
}

function hasPlaceIn(parent: Element, node: ChildNode): boolean {
  const id = idOf(node);
  return id !== '' && [...parent.children].some((child) => child.id === id);
}

function morphAttributes(from: Element, to: Element): void {
  for (const { name, value } of [...to.attributes]) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  for (const { name } of [...from.attributes]) {
    // Panels that the reader opened stay open.
    if (!to.hasAttribute(name) && name !== 'open') from.removeAttribute(name);
  }
}
