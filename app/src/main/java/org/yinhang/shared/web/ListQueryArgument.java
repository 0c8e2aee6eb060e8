package org.yinhang.shared.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.yinhang.shared.ListQuery;

/** Reads {@code ?q=…&page=2&size=20&sort=-name&f.state=failed} as a question to a list; nonsense means the default. */
final class ListQueryArgument implements HandlerMethodArgumentResolver {

    static final String FILTER_PREFIX = "f.";

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
        Map<String, String> filters = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(FILTER_PREFIX) && values.length > 0 && !values[0].isBlank()) {
                filters.put(name.substring(FILTER_PREFIX.length()), values[0].strip());
            }
        });
        String sort = text(request, "sort");
        boolean descending = sort.startsWith("-");
        return new ListQuery(
                text(request, "q"),
                filters,
                descending ? sort.substring(1) : sort,
                descending,
                number(request, "page", 1),
                number(request, "size", ListQuery.USUAL));
    }

    private static String text(NativeWebRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static int number(NativeWebRequest request, String name, int otherwise) {
        try {
            return Integer.parseInt(text(request, name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
