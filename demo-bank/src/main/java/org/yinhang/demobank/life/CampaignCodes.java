package org.yinhang.demobank.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.world.Campaign;

/**
 * Campaigns by number, so that a customer's state holds a number instead of a code: the old bank's by the month, later
 * ones in the order in which they first came. Filled before the threads start.
 */
public final class CampaignCodes {

    private static final int FIRST_MONTH = 40 * 12;
    private static final int FIRST_LATER = 10_000;

    private final List<Campaign> monthly = new ArrayList<>();
    private final List<String> later = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * Makes the list.
     *
     * @param later codes that came after the old bank's, in order
     */
    public CampaignCodes(List<String> later) {
        for (int month = FIRST_MONTH; month < FIRST_MONTH + 600; month++) {
            Campaign campaign = Campaign.ofMonth(month);
            monthly.add(campaign);
            numbers.put(campaign.code(), month);
        }
        later.forEach(this::add);
    }

    /** Gives a code its number if it has none yet. */
    public void add(String code) {
        if (numbers.putIfAbsent(code, FIRST_LATER + later.size()) == null) {
            later.add(code);
        }
    }

    /** The codes that came after the old bank's, in order. */
    public List<String> later() {
        return List.copyOf(later);
    }

    Campaign ofMonth(int monthNumber) {
        return monthly.get(monthNumber - FIRST_MONTH);
    }

    int number(String code) {
        Integer number = numbers.get(code);
        if (number == null) {
            throw new IllegalArgumentException("campaign: %s (expected: one that was added)".formatted(code));
        }
        return number;
    }

    /** The code of a number, or null for 0. */
    @Nullable
    String code(int number) {
        if (number == 0) {
            return null;
        }
        return number >= FIRST_LATER
                ? later.get(number - FIRST_LATER)
                : ofMonth(number).code();
    }
}
