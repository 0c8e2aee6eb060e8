package org.yinhang.tag.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagQuality;
import org.yinhang.lake.tag.TagReport;
import org.yinhang.shared.chart.Chart;
import org.yinhang.shared.web.PageFrame;

/**
 * What the page of a tag shows.
 *
 * @param tag its definition in force
 * @param quality how it did in the run in force; null when none has computed it
 * @param report that run; null when there is none
 * @param distribution its values among the customers; null without a run
 * @param reads the tags it reads
 * @param readers the tags that read it
 */
public record TagPage(
        Tag tag,
        @Nullable TagQuality quality,
        @Nullable TagReport report,
        @Nullable Chart distribution,
        List<Tag> reads,
        List<Tag> readers) {

    static final String EXAMPLE = """
            renovation_intent:
              zh: 装修意向
              en: Renovation intent
              category: consumption
              kind: rule
              type: truth
              expression: "count(transactions where category = 'decoration') over last 90 days >= 2"
              owner: 零售信贷部
              purpose: [marketing]
              basis: consent
              refresh: daily
              version: 1
              data: [behaviour]
            """;

    static final String GIVEN = """
            %s:
              zh: %s
              en: %s
              category: manual
              kind: %s
              type: text
              values:
                high: [高, High]
                low: [低, Low]
              owner: 零售信贷部
              purpose: [marketing, service]
              basis: consent
              refresh: monthly
              version: 1
              data: [behaviour]
            """;

    private static final int SHOWN = 24;

    static TagPage of(Tag tag, Optional<TagReport> report, Map<String, Tag> all, PageFrame page) {
        Optional<TagQuality> quality = report.flatMap(r -> r.tag(tag.id()));
        List<Tag> reads = quality.map(q -> q.reads().stream()
                        .map(all::get)
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
        List<Tag> readers = report.map(r -> r.tags().stream()
                        .filter(q -> q.reads().contains(tag.id()))
                        .map(q -> all.get(q.id()))
                        .filter(Objects::nonNull)
                        .toList())
                .orElse(List.of());
        return new TagPage(
                tag,
                quality.orElse(null),
                report.orElse(null),
                quality.map(q -> distribution(tag, q, page)).orElse(null),
                reads,
                readers);
    }

    private static Chart distribution(Tag tag, TagQuality quality, PageFrame page) {
        List<String> labels = new ArrayList<>();
        List<Double> customers = new ArrayList<>();
        boolean isNamed = !quality.figures().values().isEmpty();
        if (isNamed) {
            SortedMap<String, Long> values = quality.figures().values();
            values.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                    .limit(SHOWN)
                    .forEach(entry -> {
                        labels.add(TagWords.value(tag, entry.getKey(), page));
                        customers.add((double) entry.getValue());
                    });
        } else {
            for (int tenth = 1; tenth <= 9; tenth++) {
                labels.add(tenth * 10 + "%");
                customers.add(
                        quality.figures().known() == 0 ? 0 : quality.figures().quantile(tag, tenth / 10.0));
            }
        }
        return new Chart(
                isNamed ? Chart.Kind.ROWS : Chart.Kind.STEPS,
                labels.size() > 12 ? Chart.Size.TALL : Chart.Size.USUAL,
                page.t(
                        isNamed ? "tag.distribution" : "tag.quantiles",
                        page.formats().percent(quality.figures().coverage())),
                isNamed ? page.t("tag.people") : "",
                page.t(isNamed ? "tag.value" : "tag.quantile"),
                labels,
                List.of(new Chart.Series(TagWords.name(tag, page), customers)),
                null);
    }
}
