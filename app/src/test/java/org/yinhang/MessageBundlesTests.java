package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageBundlesTests {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern BLANK = Pattern.compile("\\{(\\d+)");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    static List<Path> chineseBundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith("_en.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("chineseBundles")
    void bothLanguagesHaveTheSameTextsWithTheSameBlanks(Path bundle) throws IOException {
        Properties chinese = read(bundle);
        Properties english = read(english(bundle));
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        for (String key : chinese.stringPropertyNames()) {
            assertThat(blanks(english.getProperty(key))).as(key).isEqualTo(blanks(chinese.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("chineseBundles")
    void theEnglishIsEnglishAndQuotesAreDoubled(Path bundle) throws IOException {
        Properties english = read(english(bundle));
        for (String key : english.stringPropertyNames()) {
            String text = english.getProperty(key);
            assertThat(CHINESE.matcher(text).find()).as(key).isFalse();
            assertThat(text.replace("''", "")).as(key).doesNotContain("'");
        }
    }

    @ParameterizedTest
    @MethodSource("chineseBundles")
    void noTextShoutsOrIsLeftEmpty(Path bundle) throws IOException {
        for (Properties texts : List.of(read(bundle), read(english(bundle)))) {
            for (String key : texts.stringPropertyNames()) {
                assertThat(texts.getProperty(key)).as(key).isNotBlank().doesNotContain("!", "！");
            }
        }
    }

    @Test
    void everyTextATemplateAsksForExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path bundle : chineseBundles()) {
            known.addAll(read(bundle).stringPropertyNames());
        }
        Pattern asked = Pattern.compile("\\.t\\(\"([a-zA-Z0-9_.-]+)\"[,)]");
        List<String> missing = new ArrayList<>();
        for (String folder : List.of("src/main/jte", "src/main/java")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Matcher matcher = asked.matcher(Files.readString(file));
                    while (matcher.find()) {
                        if (!known.contains(matcher.group(1))) {
                            missing.add(file + " " + matcher.group(1));
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Path english(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName().toString().replace(".properties", "_en.properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> blanks(String text) {
        Set<String> blanks = new TreeSet<>();
        Matcher matcher = BLANK.matcher(text);
        while (matcher.find()) {
            blanks.add(matcher.group(1));
        }
        return blanks;
    }
}
