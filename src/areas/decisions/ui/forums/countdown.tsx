import { useEffect, useState } from "react";
import styles from "./forums.module.css";
import { sayTimeLeft } from "./time-left.ts";

interface CountdownProps {
  readonly until: string;
  /** The moment that it was on the server when it answered: clocks of browsers differ. */
  readonly now: string;
}

/** What is left of a time box, by the server's clock on every screen. */
export function Countdown({ until, now }: CountdownProps) {
  const [ahead, setAhead] = useState(0);
  const [at, setAt] = useState(() => Date.now());
  useEffect(() => setAhead(Date.parse(now) - Date.now()), [now]);
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={`soft small ${styles.clock}`} role="timer">
      {sayTimeLeft(Date.parse(until) - (at + ahead))}
    </span>
  );
}
