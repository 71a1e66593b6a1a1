import { monthText, shortDayText } from "../parts/dates.ts";

const DAY = 86_400_000;

/** Roughly what one label needs, in pixels. */
const LABEL = 56;

/** Where a time axis says what: days where the span is short, else months, with the year instead of January. */
export function timeTicks(
  [from, to]: readonly [number, number],
  width: number,
): { time: Date; text: string }[] {
  const most = Math.max(2, Math.floor(width / LABEL));
  const days = (to - from) / DAY;
  if (days < 75) return dayTicks(from, to, Math.ceil(days / 7 / most) || 1);
  const steps = [1, 2, 3, 6, 12, 24, 60, 120];
  const step = steps.find((months) => days / 30.4 / months <= most) ?? 240;
  return monthTicks(from, to, step);
}

function dayTicks(from: number, to: number, weeks: number): { time: Date; text: string }[] {
  const count = Math.floor((to - from) / (weeks * 7 * DAY)) + 1;
  return Array.from({ length: count }, (_, index) => new Date(from + index * weeks * 7 * DAY)).map(
    (time) => ({ time, text: shortDayText(time) }),
  );
}

function monthTicks(from: number, to: number, step: number): { time: Date; text: string }[] {
  const first = new Date(from);
  const begin = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth()) / step) * step;
  const count = Math.ceil((to - from) / (step * 28 * DAY)) + 1;
  return Array.from({ length: count }, (_, index) => begin + index * step)
    .map((month) => new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)))
    .filter((time) => time.getTime() >= from && time.getTime() <= to)
    .map((time) => ({
      time,
      text: time.getUTCMonth() === 0 ? String(time.getUTCFullYear()) : monthText(time),
    }));
}
