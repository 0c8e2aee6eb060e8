package org.yinhang.audience.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yinhang.core.audience.Profile;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** What sets an audience apart, in the viewer's language. */
final class ProfileWords {

    private static final int SHOWN = 14;
    private static final double FEWEST = 0.03;

    /** Tags that say where a customer belongs, not what they are like. */
    private static final Set<String> LEFT_OUT = Set.of("branch", "account_manager", "community", "city");

    private final Map<String, Tag> tags;
    private final PageFrame page;

    ProfileWords(Map<String, Tag> tags, PageFrame page) {
        this.tags = tags;
        this.page = page;
    }

    /** A value that stands out. */
    private record Trait(String label, double share, double tgi) {

        /** Its part of the divergence from the base: frequent and over-represented values first. */
        double weight() {
            return share * Math.log(tgi / 100);
        }
    }

    /** The most over-represented values, one a tag, as a picture of their TGI. */
    Chart chart(Profile profile) {
        List<Trait> traits = profile.columns().stream()
                .filter(column -> !LEFT_OUT.contains(column.name()) && tags.containsKey(column.name()))
                .flatMap(column -> column.shares().stream()
                        .filter(share -> isNotable(share, profile))
                        .map(share -> trait(column, share, profile))
                        .max(Comparator.comparingDouble(Trait::weight))
                        .stream())
                .sorted(Comparator.comparingDouble(Trait::weight).reversed())
                .limit(SHOWN)
                .sorted(Comparator.comparingDouble(Trait::tgi).reversed())
                .toList();
        return new Chart(
                Chart.Kind.ROWS,
                Chart.Size.TALL,
                page.t("audience.profile.title"),
                "TGI",
                page.t("audience.profile.value"),
                traits.stream().map(Trait::label).toList(),
                List.of(new Chart.Series(
                        "TGI",
                        traits.stream().map(t -> (double) Math.round(t.tgi())).toList())),
                null);
    }

    private static boolean isNotable(Profile.Share share, Profile profile) {
        boolean isKnown = !(share.from().isMissing() && share.upTo().isMissing());
        return isKnown && share.tgi() > 105 && share.audience() >= FEWEST * profile.audience();
    }

    private Trait trait(Profile.Column column, Profile.Share share, Profile profile) {
        Tag tag = tags.get(column.name());
        String name = tag == null ? column.name() : page.texts().isChinese() ? tag.zh() : tag.en();
        double part = (double) share.audience() / profile.audience();
        return new Trait(
                "%s: %s (%s)"
                        .formatted(
                                name,
                                new ClassWords(column.type(), tag, page).of(share.from(), share.upTo()),
                                page.formats().percent(part)),
                part,
                share.tgi());
    }
}
