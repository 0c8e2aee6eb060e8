package org.yinhang.audience;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.yinhang.audience.internal.AudienceRepository;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.shared.BusinessClock;

/** The audiences every bank starts with: put in once, and from then on the bank's to change. */
@Component
class ReadyAudiences {

    private static final String FILE = "ready-audiences.yaml";
    private static final String SYSTEM = "system";

    private final AudienceRepository repository;
    private final BusinessClock clock;

    ReadyAudiences(AudienceRepository repository, BusinessClock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void putIn() {
        YamlNode root = YamlNode.parse(text(), FILE);
        root.get("audiences").entries().forEach((key, node) -> {
            if (!repository.hasStandard(key)) {
                repository.add(
                        node.get("name").text(),
                        node.get("note").text(),
                        node.get("predicate").text(),
                        true,
                        Optional.of(key),
                        SYSTEM,
                        clock.realInstant());
            }
        });
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ReadyAudiences.class.getResourceAsStream(FILE), FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
