package org.yinhang.jobs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yinhang.shared.web.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a job says of itself, kept so that everyone reads it in their own language: an outcome as the key of a message
 * with its values, a step as the words of whoever does the work.
 */
public final class JobWords {

    /** How the steps of layers without texts begin, longer ones before those they contain, by the key of their text. */
    private static final Map<String, String> STEPS = steps();

    private JobWords() {}

    private static Map<String, String> steps() {
        Map<String, String> steps = new LinkedHashMap<>();
        steps.put("Looking at ", "job.step.looking");
        steps.put("Opening ", "job.step.opening");
        steps.put("Reading ", "job.step.reading");
        steps.put("Numbering customers", "job.step.numbering");
        steps.put("Writing tables", "job.step.writing");
        steps.put("Publishing", "job.step.publishing");
        steps.put("Preparing features", "job.step.preparing");
        steps.put("Trying ", "job.step.trying");
        steps.put("Training ", "job.step.training");
        steps.put("Trained", "job.step.trained");
        steps.put("Assessing", "job.step.assessing");
        steps.put("features", "job.step.features");
        steps.put("scoring", "job.step.scoring");
        steps.put("allocating", "job.step.allocating");
        steps.put("weighing", "job.step.weighing");
        steps.put("audit", "job.step.audit");
        steps.put("模拟客户", "job.step.simulating");
        steps.put("登记客户", "job.step.registering");
        steps.put("机构与人员", "job.step.staff");
        steps.put("客户运营视图", "job.step.view");
        steps.put("计算标签", "job.step.tags");
        steps.put("按全体客户排序", "job.step.ranking");
        steps.put("转化预警", "job.step.watching");
        steps.put("归因", "job.step.attribution");
        steps.put("漏斗", "job.step.funnel");
        steps.put("增量", "job.step.increment");
        steps.put("授权 consents", "job.step.consents");
        steps.put("触达 contacts", "job.step.contacts");
        steps.put("发送 sending", "job.step.sending");
        steps.put("客户应答 answers", "job.step.answers");
        steps.put("客户经理完成任务 tasks", "job.step.tasks");
        steps.put("排队 queueing", "job.step.queueing");
        steps.put("重新加密 encrypting anew", "job.step.encrypting");
        steps.put("台账入湖 sealing", "job.step.sealing");
        steps.put("结果入湖 outcomes ", "job.step.outcomes");
        steps.put("等待 waiting", "job.step.waiting");
        return steps;
    }

    /** How an outcome is kept: as it is without values, otherwise as a list of its key and its values. */
    public static String kept(String words, Object... with) {
        return with.length == 0
                ? words
                : JsonMapper.shared()
                        .writeValueAsString(Stream.concat(Stream.of(words), Arrays.stream(with))
                                .toList());
    }

    /** An outcome in the reader's language; words that are no message stay what they are. */
    public static String outcome(String kept, Texts texts) {
        if (!kept.startsWith("[\"job.")) {
            return texts.orElse(kept, kept);
        }
        try {
            List<?> parts = JsonMapper.shared().readValue(kept, List.class);
            return texts.of(
                    String.valueOf(parts.getFirst()),
                    parts.subList(1, parts.size()).toArray());
        } catch (JacksonException e) {
            return kept;
        }
    }

    /** A step in the reader's language; one that nobody has translated stays what it is. */
    public static String step(String step, Texts texts) {
        return STEPS.entrySet().stream()
                .filter(known -> step.startsWith(known.getKey()))
                .findFirst()
                .map(known ->
                        texts.of(known.getValue(), step.substring(known.getKey().length())))
                .orElse(step);
    }
}
