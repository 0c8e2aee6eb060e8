package org.yinhang.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yinhang.core.fault.FaultException;
import picocli.CommandLine;

class ScorecardCommandTests {

    @TempDir
    private Path folder = Path.of(".");

    private Path table = Path.of(".");

    /** Every fourth of the young was refused and has no outcome. */
    @BeforeEach
    void writeApplications() throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder("age;job;decision;bad\n");
        for (int i = 0; i < 3_000; i++) {
            int age = 20 + random.nextInt(40);
            String job = i % 3 == 0 ? "clerk" : "farmer";
            boolean isRefused = age < 30 && i % 4 == 0;
            boolean bad = random.nextInt(100) < 60 - age + (job.equals("clerk") ? 0 : 15);
            rows.append("%s;%s;%s;%s%n"
                    .formatted(
                            i % 20 == 0 ? "" : Integer.toString(age),
                            job,
                            isRefused ? "refused" : "granted",
                            isRefused ? "" : bad ? "1" : "0"));
        }
        table = Files.writeString(folder.resolve("applications.csv"), rows);
    }

    private static String run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((problem, commandLine, parsed) -> {
                    throw problem;
                });
        assertThat(line.execute(arguments)).isZero();
        return out.toString();
    }

    private String card(String... more) {
        String[] fixed = {
            "--table",
            table.toString(),
            "--target",
            "bad=1",
            "--out",
            folder.resolve("card").toString()
        };
        String[] all = new String[fixed.length + more.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return run(new ScorecardCommand(), all);
    }

    @Test
    void writesTheBinderTheGradesAndAModelThatScoresTheSame() throws IOException {
        assertThat(card("--exclude", "decision", "--whole", "--bands", "4")).contains("age", "job", "Start");
        List<String> binder = Files.readAllLines(folder.resolve("card/card.csv"));
        assertThat(binder.getFirst()).startsWith("column,bin,kind,points");
        assertThat(binder).anyMatch(line -> line.startsWith("job,clerk,ordinary,"));
        assertThat(Files.readAllLines(folder.resolve("card/bands.csv"))).hasSizeBetween(4, 5);

        Path scores = folder.resolve("scores.csv");
        run(
                new ScoreCommand(),
                "--model",
                folder.resolve("card/card.pmml").toString(),
                "--table",
                table.toString(),
                "--out",
                scores.toString());
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines).hasSize(3_001);
        assertThat(lines.get(1)).matches("1,\\d{3}\\.0");
    }

    @Test
    void refusedRowsAreGuessedAndNotCountedInGrades() throws IOException {
        card("--refused", "decision=refused", "--fuzzy", "1.5");
        double rows = Files.readAllLines(folder.resolve("card/bands.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                .sum();
        long told = Files.readAllLines(table).stream()
                .filter(line -> line.contains("granted"))
                .count();
        assertThat((long) rows).isEqualTo(told);
    }

    @Test
    void refusedRowsNeedAWayToGuess() {
        ScorecardCommand command = new ScorecardCommand();
        new CommandLine(command)
                .parseArgs("--table", table.toString(), "--target", "bad=1", "--refused", "decision=refused");
        assertThatThrownBy(command::call).isInstanceOf(FaultException.class).hasMessageContaining("--fuzzy");
    }
}
