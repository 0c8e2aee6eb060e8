package org.yinhang.product.suitability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.Faults;
import org.yinhang.lake.yaml.YamlNode;

/**
 * Questions whose answers add up to a grade.
 *
 * @param version of the text, kept with every answer
 * @param validMonths for how long an answer holds
 * @param questions in order
 * @param bands the least points of each grade, the lowest grade's being 0
 */
public record Questionnaire(
        String version, int validMonths, List<Question> questions, Map<CustomerGrade, Integer> bands) {

    public Questionnaire {
        questions = List.copyOf(questions);
        bands = Map.copyOf(bands);
    }

    /** One question. */
    public record Question(String id, String zh, String en, List<Choice> choices) {

        public Question {
            choices = List.copyOf(choices);
        }
    }

    /**
     * One answer that can be given.
     *
     * @param points what it adds
     * @param most the highest grade possible with it; empty where it sets none
     */
    public record Choice(String id, String zh, String en, int points, Optional<CustomerGrade> most) {}

    /** What answers come to. */
    public record Result(CustomerGrade grade, int points) {}

    /** The one this version of Yinhang ships. */
    public static Questionnaire bundled() {
        String name = "questionnaire.yaml";
        try (InputStream in = Objects.requireNonNull(Questionnaire.class.getResourceAsStream(name), name)) {
            return read(YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a definition. */
    static Questionnaire read(YamlNode file) {
        file.only("version", "valid_months", "questions", "bands");
        Map<CustomerGrade, Integer> bands = new EnumMap<>(CustomerGrade.class);
        for (CustomerGrade grade : CustomerGrade.values()) {
            bands.put(grade, file.get("bands").get(grade.code()).whole(0, 1_000));
        }
        List<Question> questions = new ArrayList<>();
        file.get("questions").entries().forEach((id, node) -> questions.add(question(id, node)));
        return new Questionnaire(
                file.get("version").text(), file.get("valid_months").whole(1, 60), questions, bands);
    }

    private static Question question(String id, YamlNode node) {
        node.only("zh", "en", "choices");
        List<Choice> choices = node.get("choices").list().stream()
                .map(choice -> choice.only("id", "zh", "en", "points", "most"))
                .map(choice -> new Choice(
                        choice.get("id").text(),
                        choice.get("zh").text(),
                        choice.get("en").text(),
                        choice.get("points").whole(0, 100),
                        choice.find("most").map(most -> most.oneOf(CustomerGrade.class))))
                .toList();
        return new Question(id, node.get("zh").text(), node.get("en").text(), choices);
    }

    /**
     * The grade of a customer's answers: by points, and never above what one of them allows.
     *
     * @param answers choice by question
     * @throws org.yinhang.core.fault.FaultException PRD-5001 for every question without an answer, PRD-5002 for every
     *     answer that is none of its question's
     */
    public Result grade(Map<String, String> answers) {
        Faults faults = new Faults();
        List<Choice> chosen = new ArrayList<>();
        for (Question question : questions) {
            String answer = answers.getOrDefault(question.id(), "");
            Optional<Choice> choice = question.choices().stream()
                    .filter(c -> c.id().equals(answer))
                    .findFirst();
            choice.ifPresent(chosen::add);
            if (choice.isEmpty()) {
                faults.add(
                        answer.isEmpty()
                                ? Fault.of(
                                        "PRD-5001", "A question is not answered.", question.id(), "Choose one answer.")
                                : Fault.of("PRD-5002", "No such answer.", question.id(), "Choose one of the answers."));
            }
        }
        faults.raise();
        int points = chosen.stream().mapToInt(Choice::points).sum();
        CustomerGrade grade = byPoints(points);
        for (Choice choice : chosen) {
            CustomerGrade most = choice.most().orElse(CustomerGrade.C5);
            grade = grade.compareTo(most) > 0 ? most : grade;
        }
        return new Result(grade, points);
    }

    private CustomerGrade byPoints(int points) {
        CustomerGrade reached = CustomerGrade.C1;
        for (CustomerGrade grade : CustomerGrade.values()) {
            reached = points >= bands.getOrDefault(grade, Integer.MAX_VALUE) ? grade : reached;
        }
        return reached;
    }
}
