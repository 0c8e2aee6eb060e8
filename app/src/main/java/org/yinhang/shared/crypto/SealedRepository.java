package org.yinhang.shared.crypto;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes the encrypted values of any column anew. */
@Repository
public class SealedRepository {

    private final JdbcClient jdbc;
    private final ColumnCipher cipher;

    public SealedRepository(JdbcClient jdbc, ColumnCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A row as it stands at this moment, which nobody changes until the transaction ends. */
    private record Found(String place, byte[] before) {}

    /** How many pages of the disk the table of a column lies on. */
    public int pages(String sealed) {
        return jdbc.sql("SELECT (pg_relation_size(CAST(? AS regclass)) / current_setting('block_size')::int)::int")
                .param(table(sealed))
                .query(Integer.class)
                .single();
    }

    /**
     * Encrypts some of the values anew that lie on some pages under an older key or algorithm, all of them or none. A row so
     * written moves, perhaps to a later page, and is not found again.
     *
     * @param sealed table and column
     * @param from the first page
     * @param to the page after the last
     * @param most how many at once
     * @return how many; 0 when none is left on these pages
     */
    @Transactional
    public int reencrypt(String sealed, int from, int to, int most) {
        String table = table(sealed);
        String column = sealed.substring(sealed.indexOf('.') + 1);
        byte[] newest = cipher.newestHeader();
        jdbc.sql("SELECT set_config('yinhang.reencrypting', 'on', true)")
                .query(String.class)
                .single();
        List<Found> outdated = jdbc.sql("""
                        SELECT ctid::text AS place, %2$s AS before FROM %1$s
                        WHERE ctid >= CAST(:first AS tid) AND ctid < CAST(:end AS tid)
                            AND substring(%2$s FROM 1 FOR :length) <> :newest LIMIT :most FOR UPDATE""".formatted(table, column))
                .param("first", "(%d,0)".formatted(from))
                .param("end", "(%d,0)".formatted(to))
                .param("length", newest.length)
                .param("newest", newest)
                .param("most", most)
                .query((row, _) -> new Found(row.getString("place"), row.getBytes("before")))
                .list();
        int written = 0;
        for (Found found : outdated) {
            written += jdbc.sql("UPDATE %s SET %s = :fresh WHERE ctid = CAST(:place AS tid)".formatted(table, column))
                    .param("fresh", cipher.encryptBytes(sealed, cipher.decryptBytes(sealed, found.before())))
                    .param("place", found.place())
                    .update();
        }
        return written;
    }

    private static String table(String sealed) {
        return sealed.substring(0, sealed.indexOf('.'));
    }
}
