import ical, { ICalEventTransparency } from "ical-generator";

import type { Day } from "@/lib/contracts/days";
import { daysAfter } from "@/lib/contracts/days";

/** One all-day event. */
export interface CalendarEvent {
  /** Stays the same for the same event, so that a program that reads the calendar again updates it. */
  uid: string;
  day: Day;
  summary: string;
  /** The lines of the text. */
  description: string[];
  url: string | null;
}

interface Calendar {
  name: string;
  description: string;
  /** When its content was made, as ISO time in UTC. */
  made: string;
  events: CalendarEvent[];
}

export const calendarType = "text/calendar; charset=utf-8";

const oneDay = 86_400;

/** The calendar as iCalendar (RFC 5545) text. */
export function calendar({ name, description, made, events }: Calendar): string {
  const written = ical({
    name: escaped(name),
    description: escaped(description),
    prodId: "//ICE contracts//Contract endings//EN",
    scale: "GREGORIAN",
    ttl: oneDay,
    events: events.map((event) => ({
      id: event.uid,
      stamp: new Date(made),
      start: new Date(event.day),
      end: new Date(daysAfter(event.day, 1)), // exclusive
      allDay: true,
      summary: printable(event.summary),
      description: printable(event.description.join("\n")),
      url: event.url,
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  }).toString();
  return `${written}\r\n`;
}

/** The library escapes the texts of events, and not those of the calendar. */
const escaped = (text: string) =>
  printable(text)
    .replaceAll("\n", " ")
    .replace(/[\\;,]/g, "\\$&");

/** Without the control characters that iCalendar forbids and the library leaves in. */
const printable = (text: string) => text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, "");
