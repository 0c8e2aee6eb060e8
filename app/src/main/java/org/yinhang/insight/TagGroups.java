package org.yinhang.insight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.lake.tag.Tag;
import org.yinhang.tag.TagShelf;
import org.yinhang.tag.TagValues;

/** Customers by the value a tag gives them today, for tags with a few values. */
@Component
public class TagGroups {

    private static final int MOST_VALUES = 12;
    private static final int KEPT = 16;

    private final TagShelf shelf;
    private final TagValues values;
    private final KeptAnswers<Asked, Groups> kept = new KeptAnswers<>(KEPT);

    private record Asked(long run, String tag) {}

    TagGroups(TagShelf shelf, TagValues values) {
        this.shelf = shelf;
        this.values = values;
    }

    /** Who has which value; the same object for as long as the tags stay the same. */
    private record Groups(Map<String, Audience> groups) implements IntFunction<String> {

        @Override
        public String apply(int customer) {
            return groups.entrySet().stream()
                    .filter(group -> group.getValue().contains(customer))
                    .findFirst()
                    .map(Map.Entry::getKey)
                    .orElse("");
        }
    }

    /** The tags by which customers can be told apart, in the order of their catalogue; none before tags were computed. */
    public List<Tag> choices() {
        return shelf.read(TagGroups::choices).orElse(List.of());
    }

    private static List<Tag> choices(TagShelf.Tags tags) {
        return tags.definitions().values().stream()
                .filter(tag -> tag.type() == ValueType.TEXT
                        && tag.values().size() > 1
                        && tag.values().size() <= MOST_VALUES
                        && tags.index().column(tag.id()).isPresent())
                .toList();
    }

    /** The value of each customer, empty where there is none; empty for a tag that is not among the choices. */
    public Optional<IntFunction<String>> of(String tag) {
        return shelf.read(tags -> choices(tags).stream()
                        .filter(one -> one.id().equals(tag))
                        .findFirst()
                        .<IntFunction<String>>map(one -> kept.of(
                                new Asked(tags.report().number(), tag), () -> new Groups(values.of(one, tags)))))
                .flatMap(found -> found);
    }
}
