package org.yinhang.shared.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.yinhang.shared.Role;
import org.yinhang.shared.list.Lists;
import yinhang.pages.StaticTemplates;
import yinhang.pages.Templates;

/** Wires pages, languages and static files into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    private static final String BUNDLES = "classpath*:/messages/*.properties";

    /** One bundle a module, Chinese without suffix, English with {@code _en}. */
    @Bean
    MessageSource messageSource() throws IOException {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources(BUNDLES);
        source.setBasenames(Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .map(name -> "messages/" + name)
                .sorted()
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    @Bean
    Templates templates() {
        return new StaticTemplates();
    }

    @Bean
    MenuEntry homeEntry() {
        return new MenuEntry(MenuPlace.HOME, 0, "menu.home", "/", Set.of(Role.values()));
    }

    /** The part only a process that serves pages needs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    static class Mvc implements WebMvcConfigurer {

        private static final CacheControl ONE_YEAR =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

        private final PageFrames frames;
        private final Lists lists;

        Mvc(PageFrames frames, Lists lists) {
            this.frames = frames;
            this.lists = lists;
        }

        @Bean
        static LocaleResolver localeResolver() {
            CookieLocaleResolver resolver = new CookieLocaleResolver("language");
            resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
            resolver.setCookieMaxAge(Duration.ofDays(365));
            resolver.setCookieHttpOnly(true);
            return resolver;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new PageFrameArgument(frames));
            resolvers.add(new ListQueryArgument(lists));
        }

        @Override
        public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
            handlers.add(new PageReturnValue());
        }

        @Override
        public void addResourceHandlers(ResourceHandlerRegistry registry) {
            registry.addResourceHandler("/assets/*/**")
                    .addResourceLocations("classpath:/static/")
                    .setCacheControl(ONE_YEAR)
                    .resourceChain(true)
                    .addResolver(new VersionedAssets());
            registry.addResourceHandler("/webjars/**")
                    .addResourceLocations("classpath:/META-INF/resources/webjars/")
                    .setCacheControl(ONE_YEAR);
            registry.addResourceHandler("/_static/**")
                    .addResourceLocations("classpath:/META-INF/resources/_static/")
                    .setCacheControl(ONE_YEAR);
        }
    }
}
