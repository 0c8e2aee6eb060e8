package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.yinhang.lake.SessionSettings;
import org.yinhang.lake.dictionary.IdentifierKey;

/**
 * What a load needs besides its mapping and its files.
 *
 * @param key the secret under which identifiers are hashed; kept outside the lake
 * @param rejects folder for the files of bad rows
 * @param engine what the engine may use
 * @param environment environment variables that hold users and passwords of databases
 * @param personal where personal data go; they are dropped when there is nowhere
 */
public record LoadSettings(
        IdentifierKey key,
        Path rejects,
        SessionSettings engine,
        Map<String, String> environment,
        Optional<PersonalDataSink> personal) {

    /** Settings for a load that drops personal data and reads no database. */
    public static LoadSettings of(IdentifierKey key, Path rejects) {
        return new LoadSettings(key, rejects, SessionSettings.batch(2048), Map.of(), Optional.empty());
    }

    /** These settings with a place for personal data. */
    public LoadSettings with(PersonalDataSink sink) {
        return new LoadSettings(key, rejects, engine, environment, Optional.of(sink));
    }
}
