import { useLayoutEffect, useRef } from "react";
import styles from "./charts.module.css";

type Plotted = (SVGSVGElement | HTMLElement) & { value?: unknown };

interface DrawingProps {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  /** Draws at a width; a new function draws anew, so keep it with `useCallback`. */
  readonly draw: (width: number) => Plotted;
  /** What the pointer was nearest to when it was pressed. */
  readonly onPick?: ((datum: unknown) => void) | undefined;
}

/** While a page is laid out a place may be a few pixels wide, which nothing fits into. */
const NARROWEST = 80;

/** Holds a picture that Observable Plot drew, as wide as its place, with its height kept free from the start. */
export function Drawing({ label, height, draw, onPick }: DrawingProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    let drawn = 0;
    const paint = () => {
      const width = Math.round(element.clientWidth);
      if (width < NARROWEST || width === drawn) return;
      drawn = width;
      const plot = draw(width);
      // Its rules are in charts.module.css: the content security policy would refuse a style element without a nonce.
      for (const style of plot.querySelectorAll("style")) style.remove();
      plot.removeAttribute("role");
      plot.setAttribute("aria-hidden", "true");
      plot.addEventListener("click", () => plot.value && onPick?.(plot.value));
      element.replaceChildren(plot);
    };
    paint();
    const observer = new ResizeObserver(paint);
    observer.observe(element);
    return () => observer.disconnect();
  }, [draw, onPick]);
  return (
    <div ref={place} role="img" aria-label={label} className={styles.drawing} style={{ minHeight: height }} />
  );
}
