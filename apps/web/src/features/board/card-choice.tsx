import type { BoardCard, Presentation } from '@reportback/domain';
import { Button } from '../../design/button.tsx';
import { Field, SelectField } from '../../design/field.tsx';
import styles from './card-choice.module.css';
import { type Filter, filters, type Order, orders, passes } from './chosen-cards.ts';

/** Which cards the laptop's board shows, in which order, and how much of each. */
export interface Choice {
  readonly filter: Filter;
  readonly order: Order;
  readonly words: string;
  readonly isDense: boolean;
}

const filterWords: Readonly<Record<Filter, string>> = {
  all: 'All tables',
  empty: 'Nothing written',
  writing: 'Writing',
  ready: 'Ready',
  headless: 'No headline',
  unheard: 'Not heard yet',
};
const orderWords: Readonly<Record<Order, string>> = {
  table: 'By table',
  readiness: 'Ready ones first, as of now',
  speaking: 'In the order of speaking',
};

export function CardChoice({
  choice,
  cards,
  presentation,
  onChange,
}: {
  readonly choice: Choice;
  readonly cards: readonly BoardCard[];
  readonly presentation: Presentation;
  readonly onChange: (changed: Partial<Choice>) => void;
}) {
  return (
    <search className={styles.choice} aria-label="Cards">
      <SelectField
        label="Show"
        value={choice.filter}
        onChange={({ target }) =>
          onChange({ filter: filters.find((each) => each === target.value) ?? 'all' })
        }
      >
        {filters.map((filter) => (
          <option key={filter} value={filter}>
            {filterWords[filter]} (
            {cards.filter((card) => passes(card, filter, presentation)).length})
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Order"
        value={choice.order}
        onChange={({ target }) =>
          onChange({ order: orders.find((each) => each === target.value) ?? 'table' })
        }
      >
        {orders.map((order) => (
          <option key={order} value={order}>
            {orderWords[order]}
          </option>
        ))}
      </SelectField>
      <Field
        label="With the words"
        type="search"
        value={choice.words}
        onChange={({ target }) => onChange({ words: target.value })}
      />
      <Button aria-pressed={choice.isDense} onClick={() => onChange({ isDense: !choice.isDense })}>
        Headlines only
      </Button>
    </search>
  );
}
