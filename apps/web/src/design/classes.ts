/** Joins the class names that are there: `classes(styles.row, isNow && styles.now)`. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter((name) => name !== false && name !== undefined && name !== '').join(' ');
}
