package org.yinhang.audit.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.yinhang.audit.AuditEntry;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;

/** The chain itself: how a link is hashed, appended and checked. */
@Component
public class AuditChain {

    private static final String FIRST = "0".repeat(64);
    private static final int BATCH = 5_000;

    private final AuditRepository repository;

    AuditChain(AuditRepository repository) {
        this.repository = repository;
    }

    /** Appends a link; one at a time, in the order of their transactions. */
    public AuditEntry append(AuditNote note, Instant now) {
        repository.holdChain();
        Optional<AuditEntry> head = repository.head();
        long number = head.map(AuditEntry::number).orElse(0L) + 1;
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        String hash = hash(head.map(AuditEntry::hash).orElse(FIRST), number, at, note);
        AuditEntry entry = new AuditEntry(number, at, note, hash);
        repository.add(entry);
        return entry;
    }

    /** Recomputes every hash from the first entry on. */
    public long verify(Progress progress) {
        long total = repository.count();
        String previous = FIRST;
        long expected = 1;
        while (true) {
            List<AuditEntry> batch = repository.from(expected, BATCH);
            for (AuditEntry entry : batch) {
                boolean fits = entry.number() == expected
                        && entry.hash().equals(hash(previous, entry.number(), entry.at(), entry.note()));
                if (!fits) {
                    throw new FaultException(Fault.of(
                            "AUD-1001",
                            "The audit was changed: entry " + expected + " does not fit the one before it.",
                            "audit_entry " + expected,
                            "Keep the database as it is and compare it with the last backup; tell compliance."));
                }
                previous = entry.hash();
                expected++;
            }
            progress.report("audit", expected - 1, Math.max(total, expected - 1));
            if (batch.size() < BATCH) {
                return expected - 1;
            }
        }
    }

    /** Every field with its length before it, so that no two different entries are the same bytes. */
    static String hash(String previous, long number, Instant at, AuditNote note) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(HexFormat.of().parseHex(previous));
        for (String field : List.of(
                Long.toString(number),
                at.toString(),
                note.actor(),
                note.action(),
                note.subject(),
                note.reason(),
                note.detail())) {
            byte[] text = field.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            bytes.writeBytes(text);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
