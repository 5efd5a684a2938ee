import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useState } from 'react';
import { ChosenBar } from './chosen-bar.tsx';
import { dropPlace, underPointer } from './drop.ts';
import type { FindingParts } from './finding-parts.ts';
import { FindingSection, NewFinding, Unsorted } from './finding-sections.tsx';
import { PointWords } from './point-words.tsx';
import type { PlacedFamily } from './sorting.ts';
import styles from './sorting-board.module.css';
import { useSorting } from './use-sorting.ts';

/** A press becomes a drag after this way in pixels, or this long on a touch screen, where a swipe scrolls. */
const threshold = { distance: 6 };
const longPress = { delay: 220, tolerance: 8 };

/** Points and findings side by side, to be sorted by drag, by keys or by choosing. */
export function SortingBoard(parts: FindingParts) {
  const { live, hand, sorted, maySort } = parts;
  const { chosen, sort, make, choose, press, clear, goOn, returnTo } = useSorting(parts);
  const [dragged, setDragged] = useState<PlacedFamily | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: threshold }),
    useSensor(TouchSensor, { activationConstraint: longPress }),
  );
  const all = [...sorted.unsorted, ...sorted.findings.flatMap(({ families }) => families)];
  const chosenFamilies = all.filter(({ at }) => chosen.has(at));

  const start = ({ active }: DragStartEvent) => {
    const place = dropPlace(active.id);
    setDragged(place.is === 'point' ? (all.find(({ at }) => at === place.point) ?? null) : null);
  };
  const drop = ({ over }: DragEndEvent) => {
    setDragged(null);
    if (over === null || dragged === null) return;
    const place = dropPlace(over.id);
    switch (place.is) {
      case 'unsorted':
        return sort([dragged], null);
      case 'new':
        return make([dragged]);
      case 'finding':
        return sort([dragged], place.finding);
      case 'point': {
        if (place.point === dragged.at) return;
        const into = sorted.findings.find(({ families }) =>
          families.some(({ at }) => at === place.point),
        );
        return sort([dragged], into?.finding.id ?? null, into ? place.point : null);
      }
    }
  };
  /** The toolbar goes with what was chosen, and with it the focus. */
  const goOnFromChosen = () => {
    const last = chosenFamilies.at(-1);
    if (last) goOn(last);
  };
  const lines = {
    live,
    maySort,
    chosen,
    onChoose: choose,
    onKey: press,
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      onDragStart={start}
      onDragEnd={drop}
      onDragCancel={() => setDragged(null)}
    >
      <div className={styles.columns}>
        <Unsorted {...lines} families={sorted.unsorted} />
        <section className={styles.findings} aria-labelledby="findings-title">
          <h2 id="findings-title" className={styles.title}>
            Findings
          </h2>
          {sorted.findings.length === 0 && !maySort && (
            <p className={styles.none}>Nothing has been sorted yet.</p>
          )}
          <ol>
            {sorted.findings.map(({ finding, families }, index) => (
              <FindingSection
                key={finding.id}
                {...lines}
                hand={hand}
                finding={finding}
                families={families}
                place={index + 1}
              />
            ))}
          </ol>
          {maySort && <NewFinding onMake={(name) => make([], name)} />}
        </section>
      </div>
      {maySort && (
        <ChosenBar
          parts={parts}
          chosen={chosenFamilies}
          onSort={(finding) => {
            goOnFromChosen();
            sort(chosenFamilies, finding);
          }}
          onMake={() => {
            goOnFromChosen();
            make(chosenFamilies);
          }}
          onJoin={(family, same) => {
            returnTo(family);
            hand.give(
              { is: 'join-point', point: family.first.id, same: same.id },
              `Joined with Table ${same.card.number}.`,
            );
            clear();
          }}
          onPart={(family) => {
            returnTo(family);
            for (const { id } of family.others)
              hand.give({ is: 'part-point', point: id }, 'Parted again.');
            clear();
          }}
          onClear={clear}
        />
      )}
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={styles.lifted}>
            <PointWords live={live} family={dragged} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
