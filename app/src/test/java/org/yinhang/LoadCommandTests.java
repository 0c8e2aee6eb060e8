package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadCommandTests {

    private static final Path SAMPLE = Path.of("../samples/minimal");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private int load(String... more) {
        out.getBuffer().setLength(0);
        CommandLine line = new CommandLine(new LoadCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()));
        String[] arguments = {
            "--data", SAMPLE.toString(),
            "--mapping", SAMPLE.resolve("mapping.yaml").toString(),
            "--lake", folder.resolve("lake").toString(),
            "--keys", folder.resolve("keys").toString(),
            "--rejects", folder.resolve("rejects").toString()
        };
        String[] all = Stream.of(arguments, more).flatMap(Stream::of).toArray(String[]::new);
        return line.execute(all);
    }

    @Test
    void tellsAPersonWhatBecameOfEveryFile() {
        assertThat(load()).isZero();
        assertThat(out.toString())
                .contains("customers.csv")
                .contains("600 rows 行, 0 bad 拒绝")
                .contains("personal data not kept 个人信息未保存: name")
                .contains("1,800 rows");
        assertThat(load()).isZero();
        assertThat(out.toString()).contains("loaded before 此前已入库").contains("Nothing new");
    }

    @Test
    void tellsAProgramInOneObject() {
        assertThat(load("--json")).isZero();
        JsonNode result = JsonMapper.shared().readTree(out.toString());
        assertThat(result.get("changed").asBoolean()).isTrue();
        assertThat(result.get("customers").asInt()).isEqualTo(600);
        assertThat(result.get("inputs").get(1).get("tables").get(0).get("rows").asLong())
                .isEqualTo(1_800);
    }
}
