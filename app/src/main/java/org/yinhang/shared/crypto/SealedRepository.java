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

    /**
     * Encrypts some of the values anew that lie under an older key or algorithm, all of them or none.
     *
     * @param sealed table and column
     * @param most how many at once
     * @return how many; 0 when none is left
     */
    @Transactional
    public int reencrypt(String sealed, int most) {
        String table = sealed.substring(0, sealed.indexOf('.'));
        String column = sealed.substring(sealed.indexOf('.') + 1);
        byte[] newest = cipher.newestHeader();
        jdbc.sql("SELECT set_config('yinhang.reencrypting', 'on', true)")
                .query(String.class)
                .single();
        List<Found> outdated = jdbc.sql("""
                        SELECT ctid::text AS place, %2$s AS before FROM %1$s
                        WHERE substring(%2$s FROM 1 FOR :length) <> :newest LIMIT :most FOR UPDATE""".formatted(table, column))
                .param("length", newest.length)
                .param("newest", newest)
                .param("most", most)
                .query((row, _) -> new Found(row.getString("place"), row.getBytes("before")))
                .list();
        for (Found found : outdated) {
            jdbc.sql("UPDATE %s SET %s = :fresh WHERE ctid = CAST(:place AS tid)".formatted(table, column))
                    .param("fresh", cipher.encryptBytes(sealed, cipher.decryptBytes(sealed, found.before())))
                    .param("place", found.place())
                    .update();
        }
        return outdated.size();
    }
}
