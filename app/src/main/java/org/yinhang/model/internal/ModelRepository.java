package org.yinhang.model.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.model.ImpactAssessment;
import org.yinhang.model.ModelDecision;
import org.yinhang.model.ModelFigures;
import org.yinhang.model.ModelHealth;
import org.yinhang.model.ModelVersion;
import org.yinhang.model.Stage;
import tools.jackson.databind.json.JsonMapper;

/** Trained versions, what was decided about them, and how champions fare. */
@Repository
public class ModelRepository {

    private static final String STANDING = """
            SELECT v.*, (SELECT d.stage FROM model_decision d WHERE d.model = v.model AND d.version = v.version
                         ORDER BY d.id DESC LIMIT 1) AS stage
            FROM model_version v""";

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ModelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version of every model, the newest of each first. */
    public List<ModelVersion> versions() {
        return jdbc.sql(STANDING + " ORDER BY v.model, v.version DESC")
                .query((row, number) -> version(row))
                .list();
    }

    /** The versions of a model, the newest first. */
    public List<ModelVersion> versions(String model) {
        return jdbc.sql(STANDING + " WHERE v.model = ? ORDER BY v.version DESC")
                .param(model)
                .query((row, number) -> version(row))
                .list();
    }

    /** The fingerprint of the declaration of each model's newest version. */
    public SortedMap<String, String> definitions() {
        SortedMap<String, String> definitions = new TreeMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (model) model, figures::jsonb ->> 'definition' AS definition
                FROM model_version ORDER BY model, version DESC""").query(row -> {
            definitions.put(row.getString("model"), row.getString("definition"));
        });
        return definitions;
    }

    /** Adds a version as the next of its model, and gives its number. */
    public int add(
            String model, String by, Instant at, ModelFigures figures, Optional<ImpactAssessment> impact, String file) {
        lock(model);
        int version = 1
                + jdbc.sql("SELECT coalesce(max(version), 0) FROM model_version WHERE model = ?")
                        .param(model)
                        .query(Integer.class)
                        .single();
        jdbc.sql("""
                INSERT INTO model_version (model, version, trained_by, trained_at, figures, impact, file)
                VALUES (?, ?, ?, ?, ?, nullif(?, ''), ?)""")
                .params(
                        model,
                        version,
                        by,
                        Timestamp.from(at),
                        json.writeValueAsString(figures),
                        impact.map(json::writeValueAsString).orElse(""),
                        file)
                .update();
        return version;
    }

    /** Lets nobody else decide about a model until the caller's transaction ends. */
    public void lock(String model) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('model'), hashtext(?))")
                .param(model)
                .query(row -> {});
    }

    /** Writes a step down. */
    public void decide(ModelDecision decision) {
        jdbc.sql("""
                INSERT INTO model_decision (model, version, stage, decided_by, decided_at, reason)
                VALUES (?, ?, ?, ?, ?, ?)""")
                .params(
                        decision.model(),
                        decision.version(),
                        decision.stage().name().toLowerCase(Locale.ROOT),
                        decision.by(),
                        Timestamp.from(decision.at()),
                        decision.reason())
                .update();
    }

    /** The steps of a model's versions, the newest first. */
    public List<ModelDecision> decisions(String model) {
        return jdbc.sql("SELECT * FROM model_decision WHERE model = ? ORDER BY id DESC")
                .param(model)
                .query((row, number) -> new ModelDecision(
                        row.getString("model"),
                        row.getInt("version"),
                        stage(row),
                        row.getString("decided_by"),
                        row.getTimestamp("decided_at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    public void add(ModelHealth health) {
        jdbc.sql("INSERT INTO model_health (model, version, at, health) VALUES (?, ?, ?, ?)")
                .params(health.model(), health.version(), Timestamp.from(health.at()), json.writeValueAsString(health))
                .update();
    }

    /** What the watch found last about each model. */
    public List<ModelHealth> health() {
        return jdbc.sql("SELECT DISTINCT ON (model) health FROM model_health ORDER BY model, id DESC")
                .query((row, number) -> json.readValue(row.getString("health"), ModelHealth.class))
                .list();
    }

    private ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getString("model"),
                row.getInt("version"),
                row.getString("trained_by"),
                row.getTimestamp("trained_at").toInstant(),
                json.readValue(row.getString("figures"), ModelFigures.class),
                Optional.ofNullable(row.getString("impact")).map(text -> json.readValue(text, ImpactAssessment.class)),
                row.getString("file"),
                stage(row));
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT));
    }
}
