import type { ComponentChildren, VNode } from 'preact';
import { Heading } from '../card/card.tsx';
import { Link } from '../link/link.tsx';

export interface PictureCardsProps {
  items: readonly {
    /** A `LineScene`. */
    picture: VNode;
    title: ComponentChildren;
    text: ComponentChildren;
    /** Where it leads: the whole card is pressed. */
    way?: { href: string; label: ComponentChildren } | undefined;
  }[];
  /** They follow each other: first, second, third. */
  isInOrder?: boolean | undefined;
  /** Of their headlines: 3 unless said. */
  level?: 2 | 3 | undefined;
}

/** Things side by side, each a small scene with its name and a sentence: ways to go, or steps that follow each other. */
export function PictureCards({ items, isInOrder, level = 3 }: PictureCardsProps): VNode {
  const List = isInOrder ? 'ol' : 'ul';
  return (
    <List class="picture-cards">
      {items.map(({ picture, title, text, way }) => (
        <li class={way && 'picture-card'}>
          {picture}
          <Heading level={level}>{title}</Heading>
          <p class="quiet">{text}</p>
          {way && (
            <p class="picture-way">
              <Link href={way.href}>{way.label}</Link>
            </p>
          )}
        </li>
      ))}
    </List>
  );
}
