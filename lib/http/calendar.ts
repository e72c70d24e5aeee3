import type { Day } from "@/lib/contracts/days";
import { daysAfter } from "@/lib/contracts/days";

/** One event of a whole day. */
export interface CalendarEvent {
  /** What stays the same as long as it is the same event: a program that reads the calendar again knows it by this. */
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
  /** When what it says was made, as ISO time in UTC. */
  made: string;
  events: CalendarEvent[];
}

/** A calendar as RFC 5545 writes it, which every calendar program reads: CRLF, folded lines, escaped text. */
export function calendar({ name, description, made, events }: Calendar): string {
  const stamp = `${made.slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ICE contracts//Contract endings//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-CALDESC:${escaped(description)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...events.flatMap((event) => [
      "BEGIN:VEVENT",
      `UID:${escaped(event.uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(event.day)}`,
      `DTEND;VALUE=DATE:${compact(daysAfter(event.day, 1))}`, // the day after the last one
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description.join("\n"))}`,
      ...(event.url === null ? [] : [`URL:${event.url}`]),
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

const compact = (day: Day) => day.replaceAll("-", "");

/** Text as a value: backslash, semicolon, comma and line end are escaped, other control characters are left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** The most octets of a line, its end left out. */
const longest = 75;

/** A long line in pieces, each after the first with a space in front; no character is cut in two. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    if (octets + size > longest) {
      pieces.push(piece);
      [piece, octets] = ["", 1]; // the space in front of the next piece
    }
    piece += sign;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}
