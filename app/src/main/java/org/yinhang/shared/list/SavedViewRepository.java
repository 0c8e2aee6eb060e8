package org.yinhang.shared.list;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The saved views of each member of staff; nobody reaches another's. */
@Repository
class SavedViewRepository {

    private final JdbcClient jdbc;

    SavedViewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> of(long user, String list) {
        return jdbc.sql("""
                SELECT id, name, question, is_default FROM saved_view WHERE user_id = ? AND list = ? ORDER BY name
                """).params(user, list).query(SavedView.class).list();
    }

    Optional<String> defaultQuestion(long user, String list) {
        return jdbc.sql("SELECT question FROM saved_view WHERE user_id = ? AND list = ? AND is_default")
                .params(user, list)
                .query(String.class)
                .optional();
    }

    /** Keeps a view; one of the same name is replaced, another default is one no longer. */
    @Transactional
    void save(long user, String list, SavedView view) {
        if (view.isDefault()) {
            jdbc.sql("UPDATE saved_view SET is_default = FALSE WHERE user_id = ? AND list = ?")
                    .params(user, list)
                    .update();
        }
        jdbc.sql("""
                INSERT INTO saved_view (user_id, list, name, question, is_default) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (user_id, list, name) DO UPDATE SET question = excluded.question, is_default = excluded.is_default
                """)
                .params(user, list, view.name(), view.question(), view.isDefault())
                .update();
    }

    void remove(long user, long id) {
        jdbc.sql("DELETE FROM saved_view WHERE user_id = ? AND id = ?")
                .params(user, id)
                .update();
    }
}
