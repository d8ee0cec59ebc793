/**
 * `ical.js`, the reader of Thunderbird's calendar, for a calendar file of ours: each event with its day, and when its
 * alarms ring on the wall of somebody who lives in `zone`.
 *
 * What a duration means is RFC 5545's (3.3.6): its days are days of the calendar, its hours are hours that pass. Where
 * the clocks change in between, a trigger in hours alone rings an hour off; ical.js itself counts on the wall only, so
 * that the second half is counted here.
 */
import ICAL from "ical.js";
import { serve } from "./lines.js";

const MINUTE = 60_000;

await serve(({ file, zone }) => {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(file));
  return {
    version: calendar.getFirstPropertyValue("version"),
    events: calendar.getAllSubcomponents("vevent").map((component) => {
      const event = new ICAL.Event(component);
      return {
        uid: event.uid,
        summary: event.summary,
        day: event.startDate.toString(),
        wholeDay: event.startDate.isDate,
        alarms: component.getAllSubcomponents("valarm").map((alarm) => ({
          action: alarm.getFirstPropertyValue("action"),
          rings: rings(event.startDate, alarm.getFirstPropertyValue("trigger"), zone),
        })),
      };
    }),
  };
});

/** When an alarm rings, as the clock on the wall shows it. */
function rings(day, trigger, zone) {
  const sign = trigger.isNegative ? -1 : 1;
  const midnight = day.clone();
  midnight.adjust(sign * (trigger.weeks * 7 + trigger.days), 0, 0, 0);
  const { hours, minutes, seconds } = trigger;
  const exact = sign * ((hours * 60 + minutes) * MINUTE + seconds * 1000);
  return onTheWall(instant(midnight, zone) + exact, zone);
}

/** The moment at which a day begins in a zone. */
function instant({ year, month, day }, zone) {
  const asUtc = Date.UTC(year, month - 1, day);
  // Once with the distance of that hour in UTC, once more with the one that holds there.
  const first = asUtc - distance(asUtc, zone);
  return asUtc - distance(first, zone);
}

/** How far the wall is ahead of UTC at a moment, in milliseconds. */
function distance(moment, zone) {
  return Date.parse(`${onTheWall(moment, zone)}:00Z`) - Math.floor(moment / MINUTE) * MINUTE;
}

/** A moment as `2028-04-23T09:00` on the wall. */
function onTheWall(moment, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(moment);
  const part = (type) => parts.find((found) => found.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}
