package org.yinhang.shared.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.list.ListKey;
import org.yinhang.shared.list.ListLinks;
import org.yinhang.shared.list.Lists;

/**
 * Reads {@code ?q=…&page=2&size=20&sort=-name&f.state=failed} as a question to a list; nonsense means the default. A list
 * opened without a question opens with the viewer's default view, where they have one.
 */
final class ListQueryArgument implements HandlerMethodArgumentResolver {

    private static final String FILTER_PREFIX = "f.";

    private final Lists lists;

    ListQueryArgument(Lists lists) {
        this.lists = lists;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Map<String, String> asked = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 0) {
                asked.put(name, values[0].strip());
            }
        });
        ListKey list = parameter.getParameterAnnotation(ListKey.class);
        return query(list == null || isQuestion(asked) ? asked : opening(list.value()));
    }

    private static boolean isQuestion(Map<String, String> asked) {
        return asked.keySet().stream()
                .anyMatch(name -> name.startsWith(FILTER_PREFIX)
                        || Arrays.asList("q", "sort", "page", "size", ListLinks.ALL)
                                .contains(name));
    }

    private Map<String, String> opening(String list) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Optional<String> question = authentication != null && authentication.getPrincipal() instanceof Viewer viewer
                ? lists.openingQuestion(list, viewer)
                : Optional.empty();
        Map<String, String> asked = new LinkedHashMap<>();
        question.ifPresent(text -> UriComponentsBuilder.fromUriString("?" + text)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .forEach((name, value) -> asked.put(
                        name, value == null ? "" : UriUtils.decode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return asked;
    }

    private ListQuery query(Map<String, String> asked) {
        Map<String, String> filters = new HashMap<>();
        asked.forEach((name, value) -> {
            if (name.startsWith(FILTER_PREFIX) && !value.isBlank()) {
                filters.put(name.substring(FILTER_PREFIX.length()), value);
            }
        });
        String sort = asked.getOrDefault("sort", "");
        boolean descending = sort.startsWith("-");
        return new ListQuery(
                lists.opened(asked.getOrDefault("q", "")),
                filters,
                descending ? sort.substring(1) : sort,
                descending,
                number(asked, "page", 1),
                number(asked, "size", ListQuery.USUAL));
    }

    private static int number(Map<String, String> asked, String name, int otherwise) {
        try {
            return Integer.parseInt(asked.getOrDefault(name, ""));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
