package org.yinhang.model.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yinhang.lake.training.DefinitionFile;
import org.yinhang.lake.training.DefinitionText;
import org.yinhang.lake.training.ModelDefinition;
import org.yinhang.lake.training.TrainingOutlook;
import org.yinhang.model.ModelChoice;
import tools.jackson.databind.json.JsonMapper;

/** What analysts chose for trainings, by the run that works on it. */
@Repository
public class ChoiceRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    ChoiceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a choice for a run that was just asked for. */
    public void add(long run, String base, ModelDefinition chosen) {
        jdbc.sql("INSERT INTO model_choice (run, base, model, declaration) VALUES (?, ?, ?, ?)")
                .params(run, base, chosen.id(), DefinitionText.of(chosen))
                .update();
    }

    /** The choice a run works on. */
    public Optional<ModelChoice> find(long run) {
        return jdbc.sql("SELECT * FROM model_choice WHERE run = ?")
                .param(run)
                .query((row, number) -> new ModelChoice(
                        row.getLong("run"),
                        row.getString("base"),
                        DefinitionFile.read(row.getString("declaration"), row.getString("model"))
                                .getFirst(),
                        Optional.ofNullable(row.getString("outlook"))
                                .map(text -> json.readValue(text, TrainingOutlook.class)),
                        Optional.ofNullable(row.getObject("version", Integer.class))))
                .optional();
    }

    /** Keeps what its rows showed. */
    public void looked(long run, TrainingOutlook outlook) {
        jdbc.sql("UPDATE model_choice SET outlook = ? WHERE run = ?")
                .params(json.writeValueAsString(outlook), run)
                .update();
    }

    /** Keeps which version it became. */
    public void trained(long run, int version) {
        jdbc.sql("UPDATE model_choice SET version = ? WHERE run = ?")
                .params(version, run)
                .update();
    }
}
