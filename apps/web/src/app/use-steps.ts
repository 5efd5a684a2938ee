import type { StepsView } from '@reportback/domain';
import { useEffect, useState } from 'react';
import type { Loadable } from './answer.ts';
import { api, type SessionPlace } from './api.ts';

/**
 * Everything that was done in a session, for those who lead it.
 * @param told what the feed tells; asked anew whenever it is another
 */
export function useSteps({ workshop, session }: SessionPlace, told: unknown): Loadable<StepsView> {
  const [steps, setSteps] = useState<Loadable<StepsView>>({ is: 'loading' });
  useEffect(() => {
    let isWanted = true;
    void api.steps({ workshop, session }).then((answer) => {
      if (isWanted) setSteps(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [workshop, session, told]);
  return steps;
}
