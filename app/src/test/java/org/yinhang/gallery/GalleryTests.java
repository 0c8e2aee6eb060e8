package org.yinhang.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Every page has a picture as wide as a desk's screen and one as wide as a phone's, and the gallery shows them. The pictures are
 * taken from a running demo; {@code CONTRIBUTING.md} says how.
 */
class GalleryTests {

    private static final Path FOLDER = Path.of("../docs/screenshots/pages");
    private static final Path GALLERY = Path.of("../docs/screenshots/README.md");
    private static final int[] WIDTHS = {1440, 390};

    /** Parts of pages that a page asks for after it is shown. */
    private static final Set<String> NOT_WHOLE = Set.of(
            "/audiences/bad-rates",
            "/campaigns/{code}/now",
            "/campaigns/{code}/past/progress",
            "/customers/{number}/timeline",
            "/demo/days/now",
            "/dispatches/{id}/now",
            "/models/{id}/bring/{run}/progress",
            "/models/{id}/train/{run}/progress",
            "/models/{id}/{version}/redraw/add",
            "/models/{id}/{version}/redraw/{run}/progress",
            "/policies/row",
            "/rehearsals/{kind}/{id}/{version}/progress",
            "/system/audit/check",
            "/system/data/loads/{run}/outcome",
            "/system/jobs/active",
            "/system/jobs/{id}/progress");

    /** Not there in a demo of a day, for a call must have agreed on something before: their pictures are of browser tests. */
    private static final Set<String> NOT_YET =
            Set.of("/visits/{id}", "/success-cases/{id}", "/opportunities/{id}/case");

    @Test
    void theGalleryKnowsEveryPageAControllerHas() {
        Set<String> routes = new TreeSet<>(routes());
        assertThat(routes).containsAll(NOT_WHOLE);
        routes.removeAll(NOT_WHOLE);
        routes.removeAll(NOT_YET);
        assertThat(GalleryPages.all().map(GalleryPage::route))
                .containsOnlyOnceElementsOf(
                        routes.stream().filter(route -> !route.equals("/")).toList());
        assertThat(GalleryPages.all().map(GalleryPage::route)).allMatch(routes::contains);
    }

    @Test
    void everyPageHasItsTwoPicturesAndNothingElseIsThere() throws IOException {
        List<String> wanted = new ArrayList<>();
        GalleryPages.all().forEach(page -> {
            for (int width : WIDTHS) {
                wanted.add(page.picture(width));
            }
        });
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
        String gallery = Files.readString(GALLERY);
        assertThat(wanted).allMatch(picture -> gallery.contains("\"pages/" + picture + "\""));
    }

    @Test
    @EnabledIfSystemProperty(named = "yinhang.gallery", matches = "\\d+")
    void takesEveryPictureAnew() throws IOException {
        int port = Integer.getInteger("yinhang.gallery");
        Map<GalleryPage, String> titles = new HashMap<>();
        List<String> troubles = new ArrayList<>();
        Stage stage = new Stage(port);
        List<String> users = GalleryPages.all()
                .map(GalleryPage::user)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        GalleryPages.all().filter(page -> !page.user().equals("admin")).forEach(stage::address);
        for (String user : users) {
            for (int width : WIDTHS) {
                try (Photographer photographer = new Photographer(port, stage, user, width)) {
                    GalleryPages.all()
                            .filter(page -> page.user().equals(user))
                            .filter(page -> page.name().matches(System.getProperty("yinhang.gallery.only", ".*")))
                            .forEach(page ->
                                    photographer.take(page, FOLDER).ifPresent(title -> titles.put(page, title)));
                    troubles.addAll(photographer.troubles());
                }
            }
        }
        troubles.addAll(stage.troubles());
        if (System.getProperty("yinhang.gallery.only") == null) {
            Files.writeString(GALLERY, GalleryDocument.of(titles));
        }
        assertThat(troubles).isEmpty();
    }

    private static List<String> routes() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scan.findCandidateComponents("org.yinhang").stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), null))
                .flatMap(type ->
                        Stream.of(ReflectionUtils.getDeclaredMethods(type)).flatMap(method -> routes(type, method)))
                .toList();
    }

    private static Stream<String> routes(Class<?> type, Method method) {
        GetMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class);
        boolean isPage = method.getReturnType() == JteModel.class || method.getReturnType() == Object.class;
        if (mapping == null || !isPage) {
            return Stream.empty();
        }
        RequestMapping common = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        String before = common == null || common.path().length == 0 ? "" : common.path()[0];
        return mapping.path().length == 0
                ? Stream.of(before)
                : Stream.of(mapping.path()).map(path -> before + path);
    }
}
