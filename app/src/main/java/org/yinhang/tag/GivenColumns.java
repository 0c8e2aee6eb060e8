package org.yinhang.tag;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.yinhang.core.predicate.ValueType;
import org.yinhang.core.predicate.vector.Dictionary;
import org.yinhang.core.predicate.vector.Vector;
import org.yinhang.lake.Lake;
import org.yinhang.lake.fold.Vectors;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.tag.internal.GivenValueRepository;

/** What people gave to customers as the columns of a run; each tag is read once, when it is first asked for. */
final class GivenColumns implements GivenTags {

    private static final int ROWS = 1 << Lake.BLOCK_BITS;

    private final GivenValueRepository repository;
    private final LocalDate day;
    private final Map<String, Read> tags = new ConcurrentHashMap<>();

    /** The values of a tag by block and row, and one dictionary for all blocks. */
    private record Read(Map<Integer, Map<Integer, String>> blocks, Dictionary dictionary) {}

    GivenColumns(GivenValueRepository repository, LocalDate day) {
        this.repository = repository;
        this.day = day;
    }

    @Override
    public Optional<Vector> values(Tag tag, int block, Computed computed) {
        if (tag.kind() == TagKind.SCORE) {
            return Optional.empty();
        }
        Read read = tags.computeIfAbsent(tag.id(), id -> read(tag));
        Map<Integer, String> rows = read.blocks().get(block);
        if (rows == null) {
            return Optional.empty();
        }
        Vector column = Vectors.missing(tag.type(), ROWS, read.dictionary());
        rows.forEach((row, value) -> GivenText.put(column, row, value));
        return Optional.of(column);
    }

    private Read read(Tag tag) {
        Map<Integer, Map<Integer, String>> blocks = new HashMap<>();
        TreeSet<String> words = new TreeSet<>(tag.values().keySet());
        repository.each(tag.id(), day, (customer, value) -> {
            // A declaration may have changed since: what it cannot have any more is left out.
            GivenText.read(tag, shown(tag, value)).ifPresent(kept -> {
                blocks.computeIfAbsent(customer >>> Lake.BLOCK_BITS, block -> new HashMap<>())
                        .put(customer & (ROWS - 1), kept);
                if (tag.type() == ValueType.TEXT) {
                    words.add(kept);
                }
            });
        });
        return new Read(blocks, Dictionary.of(words));
    }

    /** Money is kept in fen and written in yuan. */
    private static String shown(Tag tag, String kept) {
        return tag.type() == ValueType.MONEY && kept.matches("-?[0-9]+")
                ? BigDecimal.valueOf(Long.parseLong(kept), 2).toPlainString()
                : kept;
    }
}
