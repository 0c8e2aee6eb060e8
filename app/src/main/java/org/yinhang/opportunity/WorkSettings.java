package org.yinhang.opportunity;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.yaml.YamlNode;

/**
 * How opportunities are worked.
 *
 * @param capacity most open opportunities a person has, by role of the staff list; roles not named take none
 * @param online roles that work for customers nobody keeps, wherever they are
 * @param callsADay how many calls a person is to make
 * @param mostCallsADay how many they may make
 * @param goodHours when customers like to be called
 * @param claimsADay how many opportunities a person may take out of the public pool
 * @param claims what holds after a claim
 * @param recycleDays days without contact or assignment after which an opportunity goes back to the pool, by stage; stages not
 *     named stay
 * @param highValue from this expected value on
 * @param highValueDays an opportunity goes back after these days where they are fewer
 * @param visits what visits to customers are held against
 */
public record WorkSettings(
        Map<String, Integer> capacity,
        Set<String> online,
        int callsADay,
        int mostCallsADay,
        List<Hours> goodHours,
        int claimsADay,
        ClaimRules claims,
        Map<OpportunityStage, Integer> recycleDays,
        Money highValue,
        int highValueDays,
        VisitRules visits) {

    private static final int MOST = 10_000;

    /** The settings Yinhang ships. */
    public static final WorkSettings SHIPPED = read(YamlNode.parse(shippedText(), "settings.yaml"));

    public WorkSettings {
        capacity = Map.copyOf(capacity);
        online = Set.copyOf(online);
        goodHours = List.copyOf(goodHours);
        recycleDays = Map.copyOf(recycleDays);
    }

    /** A stretch of a day; its end belongs to it no more. */
    public record Hours(LocalTime from, LocalTime until) {

        /** Whether a time of day lies in it. */
        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }

        @Override
        public String toString() {
            return from + "–" + until;
        }
    }

    /** When customers first like to be called on a day. */
    public LocalTime firstGoodHour() {
        return goodHours.getFirst().from();
    }

    /** Whether customers like to be called at a time of day. */
    public boolean isGoodHour(LocalTime time) {
        return goodHours.stream().anyMatch(hours -> hours.contains(time));
    }

    /**
     * Reads settings.
     *
     * @throws org.yinhang.core.fault.FaultException with the line of what cannot be read
     */
    static WorkSettings read(YamlNode root) {
        root.only(
                "version",
                "capacity",
                "online",
                "calls_a_day",
                "most_calls_a_day",
                "good_hours",
                "claims_a_day",
                "after_claim",
                "recycle",
                "visits");
        Map<String, Integer> capacity = new LinkedHashMap<>();
        root.get("capacity").entries().forEach((role, node) -> capacity.put(role, node.whole(0, MOST)));
        return new WorkSettings(
                capacity,
                Set.copyOf(root.get("online").texts()),
                root.get("calls_a_day").whole(1, MOST),
                root.get("most_calls_a_day").whole(1, MOST),
                hours(root.get("good_hours")),
                root.get("claims_a_day").whole(0, MOST),
                root.find("after_claim").map(ClaimRules::read).orElseGet(() -> SHIPPED.claims()),
                recycle(root.get("recycle").get("days")),
                Money.ofYuan(root.get("recycle").get("high_value").whole()),
                root.get("recycle").get("high_value_days").whole(1, MOST),
                root.find("visits").map(VisitRules::read).orElseGet(() -> SHIPPED.visits()));
    }

    private static Map<OpportunityStage, Integer> recycle(YamlNode node) {
        Map<OpportunityStage, Integer> days = new EnumMap<>(OpportunityStage.class);
        node.entries().forEach((key, one) -> {
            OpportunityStage stage = Arrays.stream(OpportunityStage.values())
                    .filter(known -> known.key().equals(key) && known.isOpen())
                    .findFirst()
                    .orElseThrow(() -> one.wrong(
                            "'%s' is no open stage.".formatted(key),
                            "Use new, contacted, interested, appointed or applied."));
            days.put(stage, one.whole(1, MOST));
        });
        return days;
    }

    /** The text of what ships. */
    static String shippedText() {
        return OpportunityRules.text("settings.yaml");
    }

    private static List<Hours> hours(YamlNode node) {
        if (node.list().isEmpty()) {
            throw node.wrong("There is no good hour.", "Give at least one stretch of a day.");
        }
        return node.list().stream().map(WorkSettings::stretch).toList();
    }

    private static Hours stretch(YamlNode node) {
        String text = node.text();
        if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d")) {
            throw node.wrong("'%s' is no stretch of a day.".formatted(text), "Write it like \"12:00-14:00\".");
        }
        Hours hours = new Hours(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
        if (!hours.from().isBefore(hours.until())) {
            throw node.wrong("'%s' ends before it begins.".formatted(text), "Write two stretches over midnight.");
        }
        return hours;
    }
}
