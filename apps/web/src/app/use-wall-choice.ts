import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { useAspect } from './use-aspect.ts';

/** Upright screens are phones: the wall's type, a part of the height, would not leave them a line of words. */
const upright = 1.2;

/**
 * Whether this window is the room's wall: kept in the address, so that it survives a reload and can be
 * bookmarked on the projector's laptop. A screen's own link begins there.
 */
export function useWallChoice(byDefault: boolean) {
  const aspect = useAspect();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on');
  const hasRoom = aspect >= upright;
  const isWall = hasRoom && (asked === null ? byDefault : asked === 'wall');
  const showOnWall = (onWall: boolean) => {
    setSearch(onWall ? { on: 'wall' } : byDefault ? { on: 'laptop' } : {}, { replace: true });
    if (!document.fullscreenEnabled) return;
    // Refused without harm where the browser wants to be asked otherwise: the page then fills its window.
    if (onWall) void document.documentElement.requestFullscreen().catch(() => undefined);
    else if (document.fullscreenElement !== null) void document.exitFullscreen();
  };
  useEffect(() => {
    // Escape leaves full screen by itself; who had asked for it here means to leave the wall.
    const left = () => {
      if (document.fullscreenElement === null && !byDefault) setSearch({}, { replace: true });
    };
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, [byDefault, setSearch]);
  return { isWall, hasRoom, aspect, showOnWall };
}
