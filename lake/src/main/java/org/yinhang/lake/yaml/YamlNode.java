package org.yinhang.lake.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/**
 * One value of a YAML file: a map, a list or a scalar, which knows where it stands. Every reader of it either gets
 * what it asks for or raises a {@link FaultException} that names file, line and key.
 */
public final class YamlNode {

    private static final int LARGEST_FILE = 256 << 20;

    private final String source;
    private final String file;
    private final String path;
    private final Node node;

    private YamlNode(String source, String file, String path, Node node) {
        this.source = source;
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /**
     * Reads a file.
     *
     * @throws FaultException when it is missing, cannot be read, is empty or is not YAML
     */
    public static YamlNode read(Path file) {
        try {
            return parse(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new FaultException(
                    Fault.of(
                            "YML-1001",
                            Files.exists(file) ? "The file cannot be read." : "There is no such file.",
                            file.toString(),
                            "Check the path and that this user may read it."),
                    e);
        }
    }

    /**
     * Parses a text.
     *
     * @param name the name its errors give as the place
     */
    public static YamlNode parse(String text, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        options.setAllowDuplicateKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                throw new FaultException(Fault.of("YML-1002", "The file is empty.", name, "Write its content."));
            }
            return new YamlNode(text, name, "", root);
        } catch (MarkedYAMLException e) {
            String line =
                    e.getProblemMark() == null ? "" : ":" + (e.getProblemMark().getLine() + 1);
            throw new FaultException(
                    Fault.of(
                            "YML-1003",
                            "The file is not valid YAML: %s.".formatted(e.getProblem()),
                            name + line,
                            "Mend that line."),
                    e);
        }
    }

    /** The text of the whole file. */
    public String source() {
        return source;
    }

    /** Where this value stands, as {@code file:line (key.key)}. */
    public String where() {
        String place = file + ":" + (node.getStartMark().getLine() + 1);
        return path.isEmpty() ? place : place + " (" + path + ")";
    }

    /** The value under a key, which must be there. */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> wrong("'%s' is missing.".formatted(key), "Add it."));
    }

    /** The value under a key, if it is there and not null. */
    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key))
                .filter(child -> !child.node.getTag().equals(Tag.NULL));
    }

    /** The text under a key, or the other text. */
    public String text(String key, String otherwise) {
        return find(key).map(YamlNode::text).orElse(otherwise);
    }

    /** The flag under a key, or the other flag. */
    public boolean flag(String key, boolean otherwise) {
        return find(key).map(YamlNode::flag).orElse(otherwise);
    }

    /** Every key with its value, in the order written. */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("A list of keys is expected here.", "Write 'key: value' lines.");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            entries.put(key, new YamlNode(source, file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode()));
        }
        return Collections.unmodifiableMap(entries);
    }

    /** Every element of a list; a single value counts as a list of one. */
    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        return sequence.getValue().stream()
                .map(child -> new YamlNode(source, file, path, child))
                .toList();
    }

    /** Every element of a list, as texts. */
    public List<String> texts() {
        return list().stream().map(YamlNode::text).toList();
    }

    /** Whether this is a map of keys. */
    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("A single value is expected here.", "Write one text or number.");
        }
        return scalar.getValue();
    }

    /** A whole number; underscores may group its digits. */
    public long whole() {
        try {
            return Long.parseLong(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong("'%s' is not a whole number.".formatted(text()), "Write digits only, such as 5000.");
        }
    }

    /** A whole number in a range, both ends included. */
    public int whole(int lowest, int highest) {
        long value = whole();
        if (value < lowest || value > highest) {
            throw wrong("%d is out of range.".formatted(value), "Expected %d to %d.".formatted(lowest, highest));
        }
        return (int) value;
    }

    public BigDecimal decimal() {
        try {
            return new BigDecimal(text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw wrong("'%s' is not a number.".formatted(text()), "Write a number such as 0.5.");
        }
    }

    public boolean flag() {
        return switch (text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw wrong("'%s' is neither true nor false.".formatted(text()), "Write true or false.");
        };
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        Set<String> known = new TreeSet<>();
        for (E constant : type.getEnumConstants()) {
            known.add(constant.name().toLowerCase(Locale.ROOT));
        }
        throw wrong("'%s' is not known here.".formatted(text), "Use one of %s.".formatted(String.join(", ", known)));
    }

    /** The content in one line, without comments and layout, so that two files which say the same read the same. */
    public String canonical() {
        return switch (node) {
            case MappingNode mapping ->
                entries().entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue().canonical())
                        .collect(Collectors.joining(", ", "{", "}"));
            case SequenceNode sequence ->
                list().stream().map(YamlNode::canonical).collect(Collectors.joining(", ", "[", "]"));
            case ScalarNode scalar -> '"' + scalar.getValue().replace("\"", "\"\"") + '"';
            case Node other -> other.toString();
        };
    }

    /** Refuses keys other than these, so that a misspelt setting never passes in silence. */
    public YamlNode only(String... keys) {
        Set<String> known = Set.of(keys);
        List<Fault> faults = entries().entrySet().stream()
                .filter(entry -> !known.contains(entry.getKey()))
                .map(entry -> Fault.of(
                        "YML-1005",
                        "The key '%s' is not known here.".formatted(entry.getKey()),
                        entry.getValue().where(),
                        "Known are %s.".formatted(String.join(", ", new TreeSet<>(known)))))
                .toList();
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return this;
    }

    /** A fault at this place, for what only the caller can judge. */
    public FaultException wrong(String what, String next) {
        return new FaultException(Fault.of("YML-1004", what, where(), next));
    }
}
