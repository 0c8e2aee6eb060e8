package org.yinhang.demobank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.yinhang.demobank.contact.ContactAnswer;
import org.yinhang.demobank.contact.Outcome;

/** The answers of one day, kept beside its state: whoever asked for the day may die before reading them. */
final class AnswerFile {

    private static final String NAME = "answers.txt";
    private static final String SEPARATOR = " ";

    private AnswerFile() {}

    static void write(Path day, List<ContactAnswer> answers) {
        try {
            Files.write(
                    day.resolve(NAME), answers.stream().map(AnswerFile::line).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ContactAnswer> read(Path day) {
        Path file = day.resolve(NAME);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(AnswerFile::answer).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(ContactAnswer answer) {
        return String.join(
                SEPARATOR,
                Long.toString(answer.contact()),
                Integer.toString(answer.customer()),
                Boolean.toString(answer.reached()),
                Integer.toString(answer.outcome().index()),
                answer.at().toString());
    }

    private static ContactAnswer answer(String line) {
        String[] words = line.split(SEPARATOR, -1);
        return new ContactAnswer(
                Long.parseLong(words[0]),
                Integer.parseInt(words[1]),
                Boolean.parseBoolean(words[2]),
                Outcome.ALL.get(Integer.parseInt(words[3])),
                Instant.parse(words[4]));
    }
}
