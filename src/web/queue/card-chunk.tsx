import { useEffect, useRef, useState } from 'react';
import type { QueueCard } from '../api/queue-card.ts';
import type { Failure } from './made-decision.ts';
import { type CardActions, ProposalCard } from './proposal-card.tsx';

/** What is so about the cards, whichever they are. */
export interface CardStates {
  readonly currentId: string | null;
  readonly selected: ReadonlySet<string>;
  readonly rejectingId: string | null;
  readonly failures: ReadonlyMap<string, Failure>;
  readonly mayDecide: boolean;
  readonly actions: CardActions;
}

interface Props extends CardStates {
  readonly cards: readonly QueueCard[];
  /** Draw the cards only while the chunk is near what is seen. */
  readonly isWindowed: boolean;
}

/** Pixels round what is seen in which chunks are drawn. */
const NEAR_PX = 1_200;
/** What a card is high until it was drawn once. */
const CARD_PX = 57;

/** Some cards that are drawn, or left out, together. */
export function CardChunk({ cards, isWindowed, currentId, selected, rejectingId, failures, ...rest }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const cardPx = useRef(CARD_PX);
  const [isNear, setNear] = useState(!isWindowed);

  useEffect(() => {
    const element = list.current;
    if (!element || !isWindowed) return setNear(true);
    const observer = new IntersectionObserver(
      ([entry]) => {
        const isNearNow = entry?.isIntersecting ?? true;
        const drawn = element.childElementCount;
        if (!isNearNow && drawn > 0) cardPx.current = element.offsetHeight / drawn;
        setNear(isNearNow);
      },
      { root: element.closest('[data-scrolls]'), rootMargin: `${NEAR_PX}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [isWindowed]);

  const isDrawn = isNear || cards.some(({ id }) => id === currentId || id === rejectingId);
  return (
    <ul ref={list} style={isDrawn ? {} : { height: cards.length * cardPx.current }}>
      {isDrawn &&
        cards.map((card) => (
          <ProposalCard
            key={card.id}
            card={card}
            isCurrent={card.id === currentId}
            isSelected={selected.has(card.id)}
            isRejecting={card.id === rejectingId}
            failure={failures.get(card.id) ?? null}
            {...rest}
          />
        ))}
    </ul>
  );
}
