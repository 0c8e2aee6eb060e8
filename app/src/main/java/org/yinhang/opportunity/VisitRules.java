package org.yinhang.opportunity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yinhang.lake.yaml.YamlNode;

/**
 * What visits to customers are held against.
 *
 * @param mostADay how many a person may begin a day
 * @param shortMinutes a visit below these is marked
 * @param farKm a visit farther than this from the customer's town is marked, in kilometres
 * @param photoDays days after which the picture of a photo is deleted
 * @param towns where towns lie, by name
 */
public record VisitRules(int mostADay, int shortMinutes, int farKm, int photoDays, Map<String, Town> towns) {

    private static final int MOST = 10_000;

    /** Days photos are kept where a version of the settings does not say. */
    private static final int USUAL_PHOTO_DAYS = 180;

    private static final String CITY = "市";

    public VisitRules {
        towns = Map.copyOf(towns);
    }

    /**
     * Where a town lies, in degrees of WGS 84.
     *
     * @param latitude of its centre, north is positive
     * @param longitude of its centre, east is positive
     */
    public record Town(double latitude, double longitude) {}

    /** The first town known by a name of these, or named in one of them. */
    public Optional<Map.Entry<String, Town>> town(List<String> names) {
        return names.stream().flatMap(this::named).findFirst();
    }

    private Stream<Map.Entry<String, Town>> named(String name) {
        return towns.entrySet().stream()
                .filter(town -> name.contains(shortened(town.getKey())))
                .sorted(Map.Entry.comparingByKey());
    }

    private static String shortened(String town) {
        return town.endsWith(CITY) ? town.substring(0, town.length() - 1) : town;
    }

    static VisitRules read(YamlNode node) {
        node.only("most_a_day", "short_minutes", "far_km", "photo_days", "towns");
        Map<String, Town> towns = new LinkedHashMap<>();
        node.get("towns").entries().forEach((name, place) -> towns.put(name, town(place)));
        return new VisitRules(
                node.get("most_a_day").whole(0, MOST),
                node.get("short_minutes").whole(0, MOST),
                node.get("far_km").whole(1, MOST),
                node.find("photo_days").map(days -> days.whole(1, MOST)).orElse(USUAL_PHOTO_DAYS),
                towns);
    }

    private static Town town(YamlNode node) {
        List<Double> degrees =
                node.list().stream().map(one -> one.decimal().doubleValue()).toList();
        if (degrees.size() != 2 || Math.abs(degrees.getFirst()) > 90 || Math.abs(degrees.getLast()) > 180) {
            throw node.wrong("This is no place of a town.", "Give latitude and longitude, such as [30.27, 120.15].");
        }
        return new Town(degrees.getFirst(), degrees.getLast());
    }
}
