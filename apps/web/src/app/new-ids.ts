import { newId } from '@reportback/domain';

/** The text of a new id, by the browser's chance; also where the page is no secure context. */
export function freshId(): string {
  return newId((bytes) => crypto.getRandomValues(bytes));
}
