package org.yinhang.model.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.core.glassbox.CurveEdit;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Redraw;
import tools.jackson.databind.json.JsonMapper;

/** Curves drawn anew, by the run that works on them and by the version they became. */
@Repository
public class RedrawRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    RedrawRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a run is to work on. */
    public void add(long run, ModelVersion parent, List<CurveEdit> edits, String reason) {
        jdbc.sql("INSERT INTO model_redraw (run, model, parent, edits, reason) VALUES (?, ?, ?, ?, ?)")
                .params(run, parent.model(), parent.version(), json.writeValueAsString(edits), reason)
                .update();
    }

    /** What a run works on. */
    public Optional<Redraw> find(long run) {
        return jdbc.sql("SELECT * FROM model_redraw WHERE run = ?")
                .param(run)
                .query((row, number) -> redraw(row))
                .optional();
    }

    /** How a version was drawn; empty where it was trained. */
    public Optional<Redraw> of(String model, int version) {
        return jdbc.sql("SELECT * FROM model_redraw WHERE model = ? AND version = ?")
                .params(model, version)
                .query((row, number) -> redraw(row))
                .optional();
    }

    /** Who trained or drew a version, or any of those it was drawn from. */
    public Set<String> makers(String model, int version) {
        return Set.copyOf(
                jdbc.sql("""
                WITH RECURSIVE line AS (
                    SELECT v.model, v.version, v.trained_by FROM model_version v WHERE v.model = ? AND v.version = ?
                    UNION
                    SELECT p.model, p.version, p.trained_by
                    FROM line
                    JOIN model_redraw r ON r.model = line.model AND r.version = line.version
                    JOIN model_version p ON p.model = r.model AND p.version = r.parent)
                SELECT DISTINCT trained_by FROM line""").params(model, version).query(String.class).list());
    }

    /** Keeps what it does. */
    public void judged(long run, Redraw.Effect effect) {
        jdbc.sql("UPDATE model_redraw SET effect = ? WHERE run = ?")
                .params(json.writeValueAsString(effect), run)
                .update();
    }

    /** Keeps which version it became. */
    public void kept(long run, int version) {
        jdbc.sql("UPDATE model_redraw SET version = ? WHERE run = ?")
                .params(version, run)
                .update();
    }

    private Redraw redraw(ResultSet row) throws SQLException {
        return new Redraw(
                row.getLong("run"),
                row.getString("model"),
                row.getInt("parent"),
                List.of(json.readValue(row.getString("edits"), CurveEdit[].class)),
                row.getString("reason"),
                Optional.ofNullable(row.getString("effect")).map(text -> json.readValue(text, Redraw.Effect.class)),
                Optional.ofNullable(row.getObject("version", Integer.class)));
    }
}
