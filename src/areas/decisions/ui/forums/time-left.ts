/** "4:05 left"; once it is over, "over by 2 min". Nothing follows from it by itself. */
export function sayTimeLeft(leftMs: number): string {
  if (leftMs >= 0) {
    const seconds = Math.ceil(leftMs / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left`;
  }
  const over = Math.floor(-leftMs / 60_000);
  return over === 0 ? "time is up" : `over by ${over} min`;
}
