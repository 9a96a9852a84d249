/** An element of a page as our renderer draws it; text stands as it is. */
export interface Element {
  readonly tag: string;
  readonly props: Readonly<Record<string, string | true>>;
  readonly children: (Element | string)[];
}

const TOKEN =
  /<\/(?<end>[\w-]+)>|<(?<tag>[\w-]+)(?<attributes>(?: [\w-]+(?:="[^"]*")?)*)(?<isVoid> ?\/)?>|(?<text>[^<]+)/gu;
const ATTRIBUTE = / (?<name>[\w-]+)(?:="(?<value>[^"]*)")?/gu;
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

/**
 * Reads a page that a renderer drew out of nodes (every element is ended, every value quoted) as the tree it was drawn from.
 * @throws for anything else
 */
export function readPage(html: string): Element {
  const root: Element = { tag: 'document', props: {}, children: [] };
  const open = [root];
  const page = html.replace(/^<!doctype html>/i, '');
  let read = 0;
  for (const { 0: token, groups = {}, index } of page.matchAll(TOKEN)) {
    if (index !== read) break;
    read += token.length;
    const parent = open.at(-1) ?? root;
    const { end, tag, attributes = '', isVoid, text } = groups;
    if (text !== undefined) parent.children.push(unescaped(text));
    if (end && open.pop()?.tag !== end) throw new Error(`</${end}> ends nothing`);
    if (!tag) continue;
    const element: Element = { tag, props: propsOf(attributes), children: [] };
    parent.children.push(element);
    if (!isVoid && !VOID.has(tag)) open.push(element);
  }
  if (read !== page.length || open.length > 1)
    throw new Error(`no page of ours: ${page.slice(read, read + 80)}`);
  const [only] = root.children;
  if (root.children.length !== 1 || typeof only !== 'object') throw new Error('a page has one root');
  return only;
}

function propsOf(attributes: string): Element['props'] {
  const named = [...attributes.matchAll(ATTRIBUTE)].map(({ groups = {} }): [string, string | true] => [
    groups['name'] ?? '',
    groups['value'] === undefined ? true : unescaped(groups['value']),
  ]);
  return Object.fromEntries(named);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
