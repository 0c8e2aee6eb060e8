package org.yinhang.demobank.life;

import org.jspecify.annotations.Nullable;
import org.yinhang.demobank.contact.Channel;
import org.yinhang.demobank.contact.Offer;
import org.yinhang.demobank.rows.MarketingRows.Source;
import org.yinhang.demobank.world.Dice;
import org.yinhang.demobank.world.Purpose;

/** Sessions in the app and on the web: more of them, and on loan pages, when money is needed or a message came. */
final class Browsing {

    private static final String[] CHANNEL = {"app", "web", "wechat", "kiosk"};

    private Browsing() {}

    static void play(Today today) {
        ContactMemory memory = today.state.memory;
        int day = today.day().number();
        Dice dice = today.dice(Purpose.BROWSING);
        boolean fresh = memory.contacts > 0 && day - memory.lastDay <= 2;
        double longing = longing(today);
        double chance = today.person().temper().digital() * (0.006 + 0.016 * Math.min(3, longing)) + (fresh ? 0.05 : 0);
        if (dice.uniform() < chance) {
            session(today, dice, longing, fresh);
        }
    }

    /** The strongest need beyond the everyday. */
    private static double longing(Today today) {
        return today.needs.of(today.needs.strongest()) - 0.4;
    }

    private static void session(Today today, Dice dice, double longing, boolean fresh) {
        String channel = CHANNEL[dice.weighted(0.72, 0.12, 0.12, 0.04)];
        Source source = source(today, dice, fresh);
        int second = 28_000 + dice.below(50_000);
        long session = today.newId();
        event(today, second, session, "login", null, null, channel, source);
        boolean loan = dice.chance(Math.clamp(0.15 + 0.35 * longing + (fresh ? 0.25 : 0), 0.05, 0.9));
        if (!loan) {
            String page = dice.chance(0.5) ? "account" : dice.chance(0.5) ? "transfer" : "wealth";
            event(today, second + 40, session, "page_view", page, null, channel, source);
            if (dice.chance(0.06)) {
                event(today, second + 200, session, "service", "help", null, channel, source);
            }
            return;
        }
        Offer offer = dice.chance(0.75) ? today.needs.strongest() : Offer.ALL.get(dice.below(Offer.ALL.size()));
        event(today, second + 35, session, "page_view", "loan", offer.product(), channel, source);
        if (dice.chance(0.2 + 0.15 * Math.max(0, longing))) {
            event(today, second + 120, session, "calculator", "loan", offer.product(), channel, source);
        }
        if (dice.chance(0.03 + 0.05 * Math.max(0, longing))) {
            event(today, second + 260, session, "apply_click", "apply", offer.product(), channel, source);
        }
    }

    private static @Nullable Source source(Today today, Dice dice, boolean fresh) {
        String campaign = today.campaigns.code(today.state.memory.campaign);
        Channel last = Channel.ALL.get(today.state.memory.lastChannel);
        double draw = dice.uniform();
        if (fresh && campaign != null && !last.isPersonal() && draw < 0.6) {
            return new Source(last.code(), "message", campaign);
        }
        return draw < 0.08 ? new Source(draw < 0.04 ? "wechat" : "search", "ad", "brand") : null;
    }

    private static void event(
            Today today,
            int second,
            long session,
            String name,
            @Nullable String page,
            @Nullable String product,
            String channel,
            @Nullable Source source) {
        today.rows
                .marketing()
                .event(
                        today.number(),
                        today.day(),
                        second,
                        today.newId(),
                        session,
                        name,
                        page,
                        product,
                        channel,
                        source);
    }
}
