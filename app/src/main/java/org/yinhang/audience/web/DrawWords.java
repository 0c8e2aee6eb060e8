package org.yinhang.audience.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yinhang.audience.DrawnLists.Part;
import org.yinhang.audience.Likeness;
import org.yinhang.core.audience.LookAlike.Influence;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/** Samples and look-alikes in the viewer's language. */
public final class DrawWords {

    private static final int SHOWN = 10;

    private final Map<String, Tag> tags;
    private final PageFrame page;

    DrawWords(Map<String, Tag> tags, PageFrame page) {
        this.tags = tags;
        this.page = page;
    }

    /** A class of a stratified sample. */
    public String stratum(DrawWish wish, Part part) {
        Tag of = wish.tag().map(tags::get).orElse(null);
        return new ClassWords(of == null ? ValueType.TEXT : of.type(), of, page)
                .of(part.stratum().from(), part.stratum().upTo());
    }

    /** The most telling tags, as a picture. */
    public Chart influences(Likeness found) {
        List<Influence> told = found.influences().stream()
                .filter(influence -> influence.deviation() > 0)
                .limit(SHOWN)
                .toList();
        return new Chart(
                Chart.Kind.ROWS,
                Chart.Size.USUAL,
                page.t("audience.alike.influences"),
                "",
                page.t("audience.alike.tag"),
                told.stream().map(influence -> name(influence.tag())).toList(),
                List.of(new Chart.Series(
                        page.t("audience.alike.influence"),
                        told.stream()
                                .map(influence -> Math.round(influence.deviation() * 1000) / 1000.0)
                                .toList())),
                null);
    }

    /** The names of some tags. */
    public String names(Collection<String> ids) {
        return ids.stream().map(this::name).sorted().collect(Collectors.joining(page.t("audience.value.separator")));
    }

    /** A tag's name; one label of a set is named after a colon. */
    private String name(String trait) {
        String[] parts = trait.split(": ", 2);
        Tag tag = tags.get(parts[0]);
        if (tag == null) {
            return trait;
        }
        String name = page.texts().isChinese() ? tag.zh() : tag.en();
        if (parts.length == 1) {
            return name;
        }
        Tag.Names label = tag.values().get(parts[1]);
        return name + ": " + (label == null ? parts[1] : page.texts().isChinese() ? label.zh() : label.en());
    }
}
