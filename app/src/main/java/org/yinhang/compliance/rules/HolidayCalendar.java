package org.yinhang.compliance.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Public holidays, and the weekends worked for them.
 *
 * @param years the years it knows; a day of any other year is of no known kind
 * @param provisional those of them whose yearly notice was not out when the file was written
 * @param holidays days off, with the name of the holiday
 * @param workdays weekends that are worked
 */
public record HolidayCalendar(
        Set<Integer> years, Set<Integer> provisional, Map<LocalDate, String> holidays, Set<LocalDate> workdays) {

    public HolidayCalendar {
        years = Set.copyOf(years);
        provisional = Set.copyOf(provisional);
        holidays = Map.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    /** What kind of day it is; nothing in a year the calendar does not know. */
    public Optional<DayKind> kindOf(LocalDate day) {
        if (!years.contains(day.getYear())) {
            return Optional.empty();
        }
        if (holidays.containsKey(day)) {
            return Optional.of(DayKind.HOLIDAY);
        }
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return Optional.of(isWeekend && !workdays.contains(day) ? DayKind.WEEKEND : DayKind.WORKDAY);
    }

    static HolidayCalendar of(YamlNode root) {
        Set<Integer> years = new LinkedHashSet<>();
        Set<Integer> provisional = new LinkedHashSet<>();
        Map<LocalDate, String> holidays = new LinkedHashMap<>();
        Set<LocalDate> workdays = new LinkedHashSet<>();
        for (YamlNode year : root.only("years").get("years").list()) {
            year.only("year", "source", "provisional", "holidays", "workdays");
            int number = year.get("year").whole(2000, 2200);
            years.add(number);
            if (year.flag("provisional", false)) {
                provisional.add(number);
            }
            for (YamlNode holiday : year.get("holidays").list()) {
                holiday.only("name", "from", "to");
                LocalDate from = RuleYaml.day(holiday.get("from"));
                LocalDate to = holiday.find("to").map(RuleYaml::day).orElse(from);
                if (to.isBefore(from) || from.getYear() != number || to.getYear() != number) {
                    throw holiday.wrong("The holiday does not lie within its year.", "Give from and to of one year.");
                }
                String name = holiday.get("name").text();
                from.datesUntil(to.plusDays(1)).forEach(day -> holidays.put(day, name));
            }
            year.find("workdays").stream()
                    .flatMap(days -> days.list().stream())
                    .map(RuleYaml::day)
                    .forEach(workdays::add);
        }
        return new HolidayCalendar(years, provisional, holidays, workdays);
    }
}
