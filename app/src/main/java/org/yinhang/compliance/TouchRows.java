package org.yinhang.compliance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yinhang.compliance.policy.Copy;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.compliance.policy.StaffMember;
import org.yinhang.compliance.policy.Touch;
import org.yinhang.compliance.policy.Verdict;
import org.yinhang.lake.LakeCommit;
import org.yinhang.lake.TableWriter;

/** Writes rulings into the lake's ledger of touches, all reasons with each; customers come in ascending order. */
public final class TouchRows implements AutoCloseable {

    /** The ledger's table in the lake. */
    public static final String TABLE = "touches";

    private final TableWriter writer;
    private long rows;

    /** Into a commit that its owner publishes. */
    public TouchRows(LakeCommit commit) {
        this.writer = commit.writer(TABLE);
    }

    /**
     * Writes a ruling.
     *
     * @param id tells rows of one customer and instant apart
     * @param rules the rules in force
     */
    public void add(Touch touch, Verdict verdict, Instant at, Instant recordedAt, long id, String rules) {
        add(
                new LedgerEntry(
                        id,
                        touch.key(),
                        touch.customer(),
                        touch.campaign(),
                        touch.wave(),
                        touch.channel(),
                        touch.copy().map(Copy::code).orElse(""),
                        touch.sender().orElse(""),
                        touch.staff().map(StaffMember::code).orElse(""),
                        verdict.isCleared(),
                        verdict.reasons(),
                        at,
                        rules,
                        false),
                recordedAt);
    }

    /** Writes a row of the ledger in PostgreSQL. */
    public void add(LedgerEntry entry, Instant recordedAt) {
        writer.row(entry.customer(), micros(entry.at()), micros(recordedAt), entry.id())
                .text(entry.touch())
                .text(entry.campaign())
                .text(known(entry.wave()))
                .text(entry.channel())
                .text(known(entry.copy()))
                .text(known(entry.sender()))
                .text(known(entry.staff()))
                .text(entry.cleared() ? "cleared" : "withheld")
                .text(tokens(entry.reasons()))
                .text(entry.rules())
                .end();
        rows++;
    }

    /** How many rows were written. */
    public long rows() {
        return rows;
    }

    private static @Nullable String known(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String tokens(List<Refusal> reasons) {
        return reasons.isEmpty() ? null : reasons.stream().map(Refusal::token).collect(Collectors.joining(";"));
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    @Override
    public void close() {
        writer.close();
    }
}
