package org.yinhang.lake.ingest.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.fault.Faults;
import org.yinhang.core.fault.Suggestion;
import org.yinhang.lake.schema.CanonicalSchema;
import org.yinhang.lake.yaml.YamlNode;

/** Reads a mapping file and gathers everything that is wrong with it before it gives up. */
final class MappingReader {

    private final CanonicalSchema schema;
    private final Faults faults = new Faults();

    MappingReader(CanonicalSchema schema) {
        this.schema = schema;
    }

    Mapping read(Path file) {
        YamlNode root = YamlNode.read(file);
        faults.attempt(() -> root.only(with(Conventions.KEYS, "sources", "nulls", "rejects")));
        Conventions conventions =
                faults.read(() -> Conventions.USUAL.with(root)).orElse(Conventions.USUAL);
        List<Source> sources = new ArrayList<>();
        Map<String, YamlNode> sections = root.get("sources").entries();
        sections.forEach((name, node) -> faults.read(() -> source(name, node, root, conventions, sections.keySet()))
                .ifPresent(sources::add));
        faults.raise();
        return new Mapping(sources);
    }

    private Source source(String name, YamlNode node, YamlNode root, Conventions outer, Set<String> sources) {
        node.only(with(
                Stream.of(Conventions.KEYS, InputReader.KEYS)
                        .flatMap(Stream::of)
                        .toArray(String[]::new),
                "nulls",
                "join",
                "derive",
                "rejects",
                "tables"));
        Conventions conventions = outer.with(node);
        Map<String, Expression> derived = new LinkedHashMap<>();
        node.find("derive")
                .ifPresent(section -> section.entries().forEach((column, sql) -> faults.read(() -> Expression.read(sql))
                        .ifPresent(expression -> derived.put(column, expression))));
        List<Join> joins = new ArrayList<>();
        node.find("join")
                .ifPresent(section -> section.entries().forEach((as, join) -> faults.read(() -> join(as, join, sources))
                        .ifPresent(joins::add)));
        List<TableMapping> tables = new ArrayList<>();
        node.find("tables").ifPresent(section -> section.entries().forEach((table, fill) -> faults.read(
                        () -> new TableReader(schema, faults).read(table, fill, conventions))
                .ifPresent(tables::add)));
        return new Source(
                name,
                InputReader.read(node),
                node.find("nulls")
                        .or(() -> root.find("nulls"))
                        .map(YamlNode::texts)
                        .orElse(List.of()),
                joins,
                Collections.unmodifiableMap(derived),
                node.find("rejects")
                        .or(() -> root.find("rejects"))
                        .map(RejectLimit::read)
                        .orElse(RejectLimit.USUAL),
                tables,
                conventions + " " + node.canonical());
    }

    private static Join join(String as, YamlNode node, Set<String> sources) {
        node.only("source", "on", "key", "where");
        YamlNode source = node.get("source");
        if (!sources.contains(source.text())) {
            throw new FaultException(Fault.of(
                    "ING-1003",
                    "There is no source '%s'.".formatted(source.text()),
                    source.where(),
                    Suggestion.advise(source.text(), sources)));
        }
        Expression here = Expression.read(node.get("on"));
        return new Join(
                as,
                source.text(),
                here,
                node.find("key").map(Expression::read).orElse(here),
                Optional.of(node).flatMap(n -> n.find("where")).map(Expression::read),
                node.where());
    }

    private static String[] with(String[] keys, String... more) {
        return Stream.of(keys, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
