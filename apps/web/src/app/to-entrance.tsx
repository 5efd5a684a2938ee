import type { WorkshopView } from '@reportback/domain';
import { Redirect } from 'wouter';
import { entrance } from './entrance.ts';
import { useThisMinute } from './use-now.ts';

/** Leads to where a person's link begins, for pages that are not theirs. */
export function ToEntrance({ view }: { readonly view: WorkshopView }) {
  return <Redirect to={entrance(view, useThisMinute())} replace />;
}
