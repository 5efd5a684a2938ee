import { type ComponentType, lazy } from 'react';
import { fetched } from './fetched.ts';

/**
 * A component that is fetched when it is first shown, within a `Suspense`.
 * @param Instead stands in its place where there is no network to fetch it from
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Instead: ComponentType<Props>,
) {
  return lazy(async () => ({ default: (await fetched(load())) ?? Instead }));
}
