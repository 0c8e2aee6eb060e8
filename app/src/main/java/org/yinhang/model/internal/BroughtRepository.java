package org.yinhang.model.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.core.learning.ModelFile;
import org.yinhang.model.BroughtModel;

/** Models made elsewhere as they were brought in, by the run that judges them and by the version they became. */
@Repository
public class BroughtRepository {

    private final JdbcClient jdbc;

    BroughtRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a run is to judge. */
    public void add(long run, String model, ModelFile file, ModelFile.Use use, String reason) {
        jdbc.sql("""
                INSERT INTO model_brought (run, model, name, content, is_falling, is_calibrated, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)""")
                .params(run, model, file.name(), file.content(), use.isFalling(), use.isCalibrated(), reason)
                .update();
    }

    /** What a run judges. */
    public Optional<BroughtModel> find(long run) {
        return jdbc.sql("SELECT * FROM model_brought WHERE run = ?")
                .param(run)
                .query((row, number) -> brought(row))
                .optional();
    }

    /** How a version was brought in; empty where it was trained. */
    public Optional<BroughtModel> of(String model, int version) {
        return jdbc.sql("SELECT * FROM model_brought WHERE model = ? AND version = ?")
                .params(model, version)
                .query((row, number) -> brought(row))
                .optional();
    }

    /** Keeps which version it became. */
    public void kept(long run, int version) {
        jdbc.sql("UPDATE model_brought SET version = ? WHERE run = ?")
                .params(version, run)
                .update();
    }

    private static BroughtModel brought(ResultSet row) throws SQLException {
        return new BroughtModel(
                row.getLong("run"),
                row.getString("model"),
                new ModelFile(row.getString("name"), row.getBytes("content")),
                new ModelFile.Use(row.getBoolean("is_falling"), row.getBoolean("is_calibrated")),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("version", Integer.class)));
    }
}
