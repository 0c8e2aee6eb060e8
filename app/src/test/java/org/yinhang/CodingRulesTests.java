package org.yinhang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.modulith.ApplicationModule;

class CodingRulesTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.yinhang");

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @Test
    void timeIsAskedOfAnInjectedClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalTime.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(MAIN);
    }

    @Test
    void sqlIsWrittenInRepositoriesOnly() {
        noClasses()
                .that(resideInAPackage("org.yinhang..")
                        .and(resideInAPackage("org.yinhang.core..")
                                .or(resideInAPackage("org.yinhang.lake.."))
                                .or(resideInAPackage("org.yinhang.demobank.."))
                                // The launcher makes the database before there is anything to ask it.
                                .or(resideInAPackage("org.yinhang.launch.."))
                                .or(simpleNameEndingWith("Repository"))
                                .or(isInsideARepository())
                                .negate()))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc.core..", "java.sql..")
                .check(MAIN);
    }

    private static DescribedPredicate<JavaClass> isInsideARepository() {
        return DescribedPredicate.describe("are inside a repository", type -> type.getEnclosingClass()
                .map(outer -> outer.getSimpleName().endsWith("Repository"))
                .orElse(false));
    }

    @Test
    void onlyTheLakeKnowsItsEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.yinhang.lake..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.duckdb..")
                .check(MAIN);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(MAIN);
    }

    @Test
    void namesSayWhatAThingIs() {
        Pattern vague = Pattern.compile(".*(Impl|Manager|Helper|Utils?|Base|Data|Info)$");
        assertThat(MAIN.stream().map(JavaClass::getSimpleName).filter(vague.asMatchPredicate()))
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<JavaPackage> packages = MAIN.getPackage("org.yinhang").getSubpackagesInTree();
        assertThat(packages.stream()
                        .filter(found -> !found.getClasses().isEmpty() && !found.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void everyModuleSaysWhatItMayUse() {
        Set<JavaPackage> modules = MAIN.getPackage("org.yinhang").getSubpackages();
        List<String> others = List.of("core", "lake", "demobank", "bench");
        assertThat(modules.stream()
                        .filter(found -> !others.contains(found.getRelativeName()))
                        .filter(found -> found.tryGetAnnotationOfType(ApplicationModule.class)
                                .map(module ->
                                        List.of(module.allowedDependencies()).contains(ApplicationModule.OPEN_TOKEN))
                                .orElse(true))
                        .map(JavaPackage::getName))
                .isEmpty();
    }

    @Test
    void noFileIsLongerThanFiveHundredLines() throws IOException {
        Predicate<Path> isLong = file -> lines(file).size() > 500;
        assertThat(sources().filter(isLong)).isEmpty();
    }

    @Test
    void everyClassWithTestsIsFoundByItsName() throws IOException {
        assertThat(sources()
                        .filter(file -> file.toString().endsWith(".java")
                                && !file.getFileName().toString().endsWith("Tests.java"))
                        .filter(file -> lines(file).stream()
                                .map(String::strip)
                                .anyMatch(line -> line.equals("@Test") || line.equals("@Property"))))
                .isEmpty();
    }

    /** The class path finds the test's description first, and what the module may use would be forgotten. */
    @Test
    void noTestDescribesAPackageTheApplicationDescribes() throws IOException {
        Path tests = Path.of("src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .filter(file ->
                                    Files.exists(Path.of("src/main/java").resolve(tests.relativize(file)))))
                    .isEmpty();
        }
    }

    private static Stream<Path> sources() throws IOException {
        Set<String> kinds = Set.of("java", "jte", "js", "css", "sql", "yaml");
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().contains("/src/"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> kinds.contains(
                            file.toString().substring(file.toString().lastIndexOf('.') + 1)))
                    .toList()
                    .stream();
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
