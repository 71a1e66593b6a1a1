/** A line of an iCalendar text as it was before it was folded (RFC 5545, 3.1). */
export interface CalendarLine {
  /** Of the text, counted from 1. */
  readonly line: number;
  /** In capitals: DTSTART, BEGIN. */
  readonly name: string;
  readonly text: string;
}

/** The lines of one event, without those of the alarms in it. */
export interface CalendarEvent {
  readonly line: number;
  readonly lines: readonly CalendarLine[];
  /** Whether its end was found. */
  readonly ended: boolean;
}

/** Every event, in their order, whatever else is in the text and wherever it breaks off. */
export function* eventsOf(text: string): Generator<CalendarEvent, undefined> {
  let open: { line: number; lines: CalendarLine[]; within: number } | null = null;
  for (const one of linesOf(text)) {
    const what = /^(?:BEGIN|END):(.*)$/i.exec(one.text)?.[1]?.trim().toUpperCase();
    const closes = one.name === "END" && (what === "VEVENT" || what === "VCALENDAR");
    if (open && (closes || (one.name === "BEGIN" && what === "VEVENT"))) {
      yield { line: open.line, lines: open.lines, ended: one.name === "END" && what === "VEVENT" };
      open = null;
    }
    if (one.name === "BEGIN" && what === "VEVENT") open = { line: one.line, lines: [], within: 0 };
    else if (open && one.name === "BEGIN") open.within += 1;
    else if (open && one.name === "END") open.within -= 1;
    else if (open?.within === 0) open.lines.push(one);
  }
  if (open) yield { line: open.line, lines: open.lines, ended: false };
}

function* linesOf(text: string): Generator<CalendarLine, undefined> {
  let folded: { line: number; parts: string[] } | null = null;
  let line = 0;
  for (const part of text.split(/\r\n|[\r\n]/)) {
    line += 1;
    if (folded && /^[ \t]/.test(part)) {
      folded.parts.push(part.slice(1));
      continue;
    }
    if (folded) yield unfolded(folded);
    folded = { line, parts: [part] };
  }
  if (folded) yield unfolded(folded);
}

function unfolded({ line, parts }: { line: number; parts: readonly string[] }): CalendarLine {
  const text = parts.join("");
  return { line, name: /^[a-z-]*/i.exec(text)?.[0].toUpperCase() ?? "", text };
}
