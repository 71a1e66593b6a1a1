import { type ReactNode, useEffect, useRef } from "react";

/** What took the place of the button that was pressed for it: the keyboard goes on in its first field, and is not lost. */
export function Arrives({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);
  return <div ref={place}>{children}</div>;
}
