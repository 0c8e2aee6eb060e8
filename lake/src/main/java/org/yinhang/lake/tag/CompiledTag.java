package org.yinhang.lake.tag;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.yinhang.core.predicate.Expression;
import org.yinhang.lake.schema.DataClass;

/**
 * A tag that was checked together with the others.
 *
 * @param tag its declaration
 * @param expressions its expressions by role
 * @param tags the tags it reads directly, by identifier
 * @param sources the lake's columns it reads itself, as {@code table.column}
 * @param data the classes of all data behind it, those of the tags it reads too
 * @param needsEveryone whether it, or a tag behind it, can only be known once every customer was seen
 */
public record CompiledTag(
        Tag tag,
        Map<String, Expression> expressions,
        Set<String> tags,
        Set<String> sources,
        Set<DataClass> data,
        boolean needsEveryone) {

    public CompiledTag {
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
        tags = Collections.unmodifiableSet(tags);
        sources = Collections.unmodifiableSet(sources);
        data = Collections.unmodifiableSet(data);
    }

    /** The same tag, given by whoever reads these first. */
    CompiledTag reading(Set<String> read) {
        return new CompiledTag(tag, expressions, new TreeSet<>(read), sources, data, needsEveryone);
    }

    public String id() {
        return tag.id();
    }

    public TagKind kind() {
        return tag.kind();
    }

    /** The expression of a role that the tag's kind has. */
    public Expression expression(String role) {
        return Objects.requireNonNull(expressions.get(role), role);
    }
}
