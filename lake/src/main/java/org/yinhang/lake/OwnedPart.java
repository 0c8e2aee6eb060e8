package org.yinhang.lake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of a table that one owner writes again as a whole whenever it has changed, such as a month of the platform's own
 * contacts. The lake holds each part once, in a run of its own, which no load merges with others.
 *
 * @param owner who writes it
 * @param part its name among those of the owner
 * @param run the run that holds it
 * @param digest of what it holds: an equal digest need not be written again
 */
public record OwnedPart(String owner, String part, long run, String digest) {

    private static final String MARK = "part";
    private static final String SEPARATOR = "|";

    /** How the load record of the part is known, and the part found again. */
    public String fingerprint(String table) {
        return String.join(SEPARATOR, MARK, owner, table, part, Long.toString(run), digest);
    }

    /** Whether a load record is that of such a part. */
    public static boolean isPart(LoadRecord load) {
        return of(load).isPresent();
    }

    private static Optional<OwnedPart> of(LoadRecord load) {
        String[] words = load.fingerprint().split("\\|", -1);
        return words.length == 6 && words[0].equals(MARK)
                ? Optional.of(new OwnedPart(words[1], words[3], Long.parseLong(words[4]), words[5]))
                : Optional.empty();
    }

    /** The parts of an owner that a table holds, by name. */
    public static Map<String, OwnedPart> of(Snapshot snapshot, String table, String owner) {
        Set<Long> runs =
                snapshot.table(table).files().stream().map(LakeFile::run).collect(Collectors.toSet());
        Map<String, OwnedPart> parts = new HashMap<>();
        for (LoadRecord load : snapshot.loads()) {
            if (load.table().equals(table)) {
                of(load).filter(part -> part.owner().equals(owner) && runs.contains(part.run()))
                        .ifPresent(part -> parts.put(part.part(), part));
            }
        }
        return parts;
    }

    /** The runs of a table that owners write again, and nobody else may merge. */
    public static Set<Long> runs(Snapshot snapshot, String table) {
        return snapshot.loads().stream()
                .filter(load -> load.table().equals(table))
                .flatMap(load -> of(load).stream())
                .map(OwnedPart::run)
                .collect(Collectors.toSet());
    }
}
