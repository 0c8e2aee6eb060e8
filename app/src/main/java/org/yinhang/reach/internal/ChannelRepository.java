package org.yinhang.reach.internal;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.reach.Channel;
import org.yinhang.reach.ChannelKind;
import org.yinhang.shared.crypto.ColumnCipher;
import org.yinhang.shared.crypto.SealedColumns;

/** The rows of channels; keys and passwords are encrypted. */
@Repository
public class ChannelRepository implements SealedColumns {

    private static final String SECRET = "reach_channel.secret";

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    ChannelRepository(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public List<String> sealed() {
        return List.of(SECRET);
    }

    public List<Channel> all() {
        return jdbc.sql("SELECT * FROM reach_channel ORDER BY channel")
                .query((row, _) -> new Channel(
                        row.getString("channel"),
                        ChannelKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getBoolean("is_open"),
                        row.getString("yaml"),
                        row.getBytes("secret") != null,
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    /** The key or password of a channel in the clear. */
    public Optional<String> secret(String channel) {
        return jdbc.sql("SELECT secret FROM reach_channel WHERE channel = ? AND secret IS NOT NULL")
                .param(channel)
                .query((row, _) -> cipher.decrypt(SECRET, row.getBytes(1)))
                .optional();
    }

    /** Sets a channel; without a secret the one that is there stays. */
    public void put(
            String channel,
            ChannelKind kind,
            boolean isOpen,
            String yaml,
            @Nullable String secret,
            String by,
            Instant at) {
        jdbc.sql("""
                INSERT INTO reach_channel AS kept (channel, kind, is_open, yaml, secret, changed_by, changed_at)
                VALUES (:channel, :kind, :open, :yaml, :secret, :by, :at)
                ON CONFLICT (channel) DO UPDATE SET kind = excluded.kind, is_open = excluded.is_open,
                    yaml = excluded.yaml, secret = coalesce(excluded.secret, kept.secret),
                    changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .param("channel", channel)
                .param("kind", kind.key())
                .param("open", isOpen)
                .param("yaml", yaml)
                .param("secret", secret == null ? null : cipher.encrypt(SECRET, secret), Types.BINARY)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
