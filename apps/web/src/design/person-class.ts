import styles from './person-colours.module.css';

/** The class under which `--person` is the colour of the person at a place, from 1 to 6, in the theme. */
export function personClass(place: number): string {
  return styles[`person${place}`] ?? '';
}
