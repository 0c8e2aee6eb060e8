package org.yinhang.model.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.model.HeldOutScores;
import org.yinhang.model.ModelEvidence;
import tools.jackson.databind.json.JsonMapper;

/** What versions showed on the days kept for judging. */
@Repository
public class EvidenceRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    EvidenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what a version showed. */
    public void add(String model, int version, ModelEvidence evidence, HeldOutScores scores) {
        jdbc.sql("INSERT INTO model_evidence (model, version, evidence, held_out) VALUES (?, ?, ?, ?)")
                .params(model, version, json.writeValueAsString(evidence), scores.bytes())
                .update();
    }

    /** The curves of a version. */
    public Optional<ModelEvidence> find(String model, int version) {
        return jdbc.sql("SELECT evidence FROM model_evidence WHERE model = ? AND version = ?")
                .params(model, version)
                .query((row, number) -> json.readValue(row.getString("evidence"), ModelEvidence.class))
                .optional();
    }

    /** The scores of a version. */
    public Optional<HeldOutScores> heldOut(String model, int version) {
        return jdbc.sql("SELECT held_out FROM model_evidence WHERE model = ? AND version = ?")
                .params(model, version)
                .query((row, number) -> HeldOutScores.of(row.getBytes("held_out")))
                .optional();
    }
}
