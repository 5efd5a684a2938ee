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
import type { Finding } from '@reportback/domain';
import { useState } from 'react';
import { classes } from '../../design/classes.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { type DropPlace, dropPlace, underPointer } from './drop.ts';
import type { FindingParts } from './finding-parts.ts';
import { FindingSection, NewFinding, Unsorted } from './finding-sections.tsx';
import { PointWords } from './point-words.tsx';
import { isMoved, type PlacedFamily } from './sorting.ts';
import styles from './sorting-board.module.css';
import { useSorting } from './use-sorting.ts';

/** A press becomes a drag after this way in pixels, or this long on a touch screen, where a swipe scrolls. */
const threshold = { distance: 6 };
const longPress = { delay: 220, tolerance: 8 };

type Dragged =
  | { readonly is: 'point'; readonly family: PlacedFamily }
  | { readonly is: 'finding'; readonly finding: Finding };

/** Points and findings side by side, to be sorted by drag, by keys or by choosing. */
export function SortingBoard(parts: FindingParts) {
  const { live, hand, sorted, maySort } = parts;
  const { plenary, give } = hand;
  const { chosen, sort, make, choose, press, clear, goOn, returnTo } = useSorting(parts);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: threshold }),
    useSensor(TouchSensor, { activationConstraint: longPress }),
  );
  const all = [...sorted.unsorted, ...sorted.findings.flatMap(({ families }) => families)];
  const chosenFamilies = all.filter(({ at }) => chosen.has(at));

  const start = ({ active }: DragStartEvent) => {
    const place = dropPlace(active.id);
    const family = place.is === 'point' && all.find(({ at }) => at === place.point);
    const finding =
      place.is === 'finding' && plenary.findings.find(({ id }) => id === place.finding);
    if (family) setDragged({ is: 'point', family });
    else if (finding) setDragged({ is: 'finding', finding });
  };
  const drop = ({ over }: DragEndEvent) => {
    setDragged(null);
    if (over === null || dragged === null) return;
    const place = dropPlace(over.id);
    if (dragged.is === 'point') dropPoint(dragged.family, place);
    else dropFinding(dragged.finding, place);
  };
  const dropPoint = (family: PlacedFamily, place: DropPlace) => {
    switch (place.is) {
      case 'unsorted':
        return sort([family], null);
      case 'new':
        return make([family]);
      case 'finding':
        return sort([family], place.finding);
      case 'point': {
        if (place.point === family.at) return;
        const into = sorted.findings.find(({ families }) =>
          families.some(({ at }) => at === place.point),
        );
        return sort([family], into?.finding.id ?? null, into ? place.point : null);
      }
    }
  };
  const dropFinding = ({ id, name }: Finding, place: DropPlace) => {
    const before = place.is === 'finding' ? place.finding : null;
    if (isMoved(plenary.findings, id, before))
      give({ is: 'place-finding', finding: id, before }, `Moved: ${name}.`);
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
      <div className={classes(styles.columns, !maySort && styles.read)}>
        <Unsorted {...lines} families={sorted.unsorted} />
        <section className={styles.findings} aria-labelledby="findings-title">
          <div className={styles.title}>
            <h2 id="findings-title" className={styles.words}>
              Findings
            </h2>
            {plenary.vote.is === 'open' && (
              <p className={styles.held}>The order holds until votes close</p>
            )}
          </div>
          {sorted.findings.length === 0 && !maySort && (
            <p className={styles.none}>Nothing has been sorted yet.</p>
          )}
          <ol>
            {sorted.findings.map((one, index) => (
              <FindingSection
                key={one.finding.id}
                {...lines}
                hand={hand}
                sorted={one}
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
          <div className={classes(styles.lifted, dragged.is === 'finding' && styles.named)}>
            {dragged.is === 'point' ? (
              <PointWords live={live} family={dragged.family} />
            ) : (
              <p className={styles.name}>{dragged.finding.name}</p>
            )}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
