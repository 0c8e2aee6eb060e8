package org.yinhang.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.yinhang.core.progress.Progress;
import org.yinhang.shared.web.Texts;
import org.yinhang.testing.ApplicationTest;

@ApplicationTest
class JobWordsTests {

    @Autowired
    private MessageSource messages;

    private Texts chinese() {
        return new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    private Texts english() {
        return new Texts(messages, Locale.ENGLISH);
    }

    private static String told(String key, Object first, Object... rest) {
        String[] kept = {""};
        JobContext context = new JobContext() {
            @Override
            public long runId() {
                return 1;
            }

            @Override
            public Map<String, String> input() {
                return Map.of();
            }

            @Override
            public Progress progress() {
                return Progress.SILENT;
            }

            @Override
            public void result(String words) {
                kept[0] = words;
            }
        };
        context.result(key, first, rest);
        return kept[0];
    }

    @Test
    void anOutcomeIsReadInTheLanguageOfWhoReadsIt() {
        String kept = told("job.told.tag-run", 3_000, 178, 4L, 6, "pd CODE-1", 1);
        assertThat(JobWords.outcome(kept, chinese())).isEqualTo("3,000 位客户，178 个标签，4 个未达质量要求，6 个模型评分；未评分：pd CODE-1");
        assertThat(JobWords.outcome(kept, english()))
                .isEqualTo("3,000 customers, 178 tags, 4 below quality, 6 models scored; without pd CODE-1");
    }

    @Test
    void whatLacksIsNotSpokenOf() {
        assertThat(JobWords.outcome(told("job.told.demo-models", 5, "", 0), chinese()))
                .isEqualTo("模拟：启用 5 个模型");
        assertThat(JobWords.outcome(told("job.told.load", "1203", 41_188), english()))
                .isEqualTo("Snapshot 1203, 41,188 rows");
    }

    @Test
    void wordsWithoutAMessageStay() {
        assertThat(JobWords.outcome("AUC 0.7012 → 0.6998", chinese())).isEqualTo("AUC 0.7012 → 0.6998");
        assertThat(JobWords.outcome("[customers: 7]", chinese())).isEqualTo("[customers: 7]");
        assertThat(JobWords.step("renewing", chinese())).isEqualTo("renewing");
    }

    @Test
    void stepsOfLayersWithoutTextsAreTranslated() {
        assertThat(JobWords.step("Reading customers.csv", chinese())).isEqualTo("读取 customers.csv");
        assertThat(JobWords.step("计算标签", english())).isEqualTo("Computing tags");
        assertThat(JobWords.step("结果入湖 outcomes 2026-06", english())).isEqualTo("Outcomes of 2026-06");
    }
}
