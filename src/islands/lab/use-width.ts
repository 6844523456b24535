import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The width of an element in whole pixels; undefined until it is known. */
export function useWidth(element: RefObject<HTMLElement>): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      // Nothing that is drawn is narrower; a width of 0 means that it is not laid out yet.
      if (entry && entry.contentRect.width > 0) setWidth(Math.max(200, Math.round(entry.contentRect.width)));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
