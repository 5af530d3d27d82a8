import React, { useEffect, useRef, useState } from 'react';
import type { Observable } from 'rxjs';
import type { MountPoint } from '../../../../types/opensearch_dashboards_public';

/** Gives a mount point its element, and takes the drawing away when it goes. */
export function Mount({ point, className }: { point: MountPoint; className?: string }): JSX.Element {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => (element.current ? point(element.current) : undefined), [point]);
  return <div ref={element} className={className} />;
}

/** Plain text, or what a mount point draws. */
export function TextOrMount({ value }: { value?: string | MountPoint }): JSX.Element | null {
  if (!value) return null;
  return typeof value === 'string' ? <>{value}</> : <Mount point={value} />;
}

/** The latest value of `source$`. */
export function useObservable<T>(source$: Observable<T>, initial: T): T {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const subscription = source$.subscribe(setValue);
    return () => subscription.unsubscribe();
  }, [source$]);
  return value;
}
