import { useElementSize } from "@mantine/hooks";
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

/** Holds a picture that Observable Plot drew, as wide as its place, with its height kept free from the start. */
export function Drawing({ label, height, draw, onPick }: DrawingProps) {
  const { ref: measured, width } = useElementSize();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (width === 0 || !place.current) return;
    const plot = draw(Math.round(width));
    // Its rules are in charts.module.css: the content security policy would refuse a style element without a nonce.
    for (const style of plot.querySelectorAll("style")) style.remove();
    plot.removeAttribute("role");
    plot.setAttribute("aria-hidden", "true");
    plot.addEventListener("click", () => plot.value && onPick?.(plot.value));
    place.current.replaceChildren(plot);
  }, [draw, width, onPick]);
  return (
    <div ref={measured} className={styles.drawing} style={{ minHeight: height }}>
      <div ref={place} role="img" aria-label={label} />
    </div>
  );
}
