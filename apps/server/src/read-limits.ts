import { defaultLimits, type Limits } from '@reportback/sync';
import { ConfigurationProblem } from './configuration-problem.ts';

const names = Object.keys(defaultLimits) as (keyof Limits)[];

/** A message above this never reaches the rooms, which could say so: the WebSocket server closes at 16 MiB. */
const largestFrame = 15_000_000;
const largest = 10_000_000_000;

/**
 * Parses LIMITS: what one client, one change and one document may cost, as `name=number`, with blanks or commas
 * between. What is not named stays as it is.
 * @throws ConfigurationProblem that names what it holds and what it may hold
 */
export function readLimits(text: string): Partial<Limits> {
  const limits: Partial<Record<keyof Limits, number>> = {};
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const [, name = part, number = ''] = /^([^=]*)=(.*)$/.exec(part) ?? [];
    const known = names.find((each) => each === name);
    if (known === undefined)
      throw new ConfigurationProblem(
        `LIMITS names “${name}”, which is no limit. The limits are ${names.join(', ')}; write them as “${names[0]}=${defaultLimits.frameBytes}”.`,
      );
    const most = known === 'frameBytes' ? largestFrame : largest;
    const value = /^\d{1,11}$/.test(number) ? Number(number) : Number.NaN;
    if (!(value >= 1 && value <= most))
      throw new ConfigurationProblem(
        `LIMITS sets ${name} to “${number}”; it must be a whole number from 1 to ${most}.`,
      );
    limits[known] = value;
  }
  return limits;
}
