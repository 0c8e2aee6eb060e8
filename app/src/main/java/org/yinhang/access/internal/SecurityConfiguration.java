package org.yinhang.access.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.ConcurrentSessionFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yinhang.shared.Role;

/** The locks of the web: sign-in by form for people, by basic authentication for programs, and strict headers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    /** The API reader is a foreign page that styles itself; it holds no data of its own. */
    private static final String API_READER = STRICT.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    /** Calls of gateways carry a signature of their own, which their controller checks. */
    private static final String SIGNED_CALLS = "/api/v1/receipts/*";

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new RememberingPasswordEncoder(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** Each filter measured by itself would cost every call more than all of them do. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    static SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    /** The part only a process that serves pages needs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication
    @EnableWebSecurity
    static class Web implements WebMvcConfigurer {

        private final ApplicationEventPublisher events;
        private final StaffUserRepository users;

        Web(ApplicationEventPublisher events, StaffUserRepository users) {
            this.events = events;
            this.users = users;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new DoorKeeper(events, users));
        }

        @Bean
        static HttpSessionEventPublisher httpSessionEventPublisher() {
            return new HttpSessionEventPublisher();
        }

        /** Programs: no session needed, no form, 401 instead of a sign-in page. */
        @Bean
        @Order(1)
        SecurityFilterChain programs(HttpSecurity http, SessionRegistry sessions) throws Exception {
            return http.securityMatcher("/api/**", "/actuator/**")
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                            .permitAll()
                            .requestMatchers(SIGNED_CALLS)
                            .permitAll()
                            .requestMatchers("/actuator/**")
                            .hasAuthority(Role.ADMINISTRATOR.name())
                            .anyRequest()
                            .authenticated())
                    .httpBasic(
                            basic -> basic.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                    // A browser never sends this header by itself here, because we never ask for it (no challenge).
                    .csrf(csrf -> csrf.ignoringRequestMatchers(new RequestHeaderRequestMatcher("Authorization"))
                            .ignoringRequestMatchers(SIGNED_CALLS))
                    .exceptionHandling(faults ->
                            faults.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                    // A call makes no session; a page's own session counts while nobody has ended it.
                    .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                    .addFilter(new ConcurrentSessionFilter(sessions))
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(API_READER)))
                    .build();
        }

        /** People: a sign-in page, a session, every page refused to strangers but the few named here. */
        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http, SessionRegistry sessions) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                    "/sign-in",
                                    "/language",
                                    "/error",
                                    "/calendar/*",
                                    "/assets/**",
                                    "/webjars/**",
                                    "/_static/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .formLogin(form ->
                            form.loginPage("/sign-in").defaultSuccessUrl("/").failureUrl("/sign-in?refused"))
                    .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?left"))
                    .csrf(Customizer.withDefaults())
                    .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId())
                            .maximumSessions(-1)
                            .sessionRegistry(sessions)
                            .expiredUrl("/sign-in?ended"))
                    .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(STRICT))
                            .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                            .permissionsPolicyHeader(policy ->
                                    policy.policy("camera=(), microphone=(), payment=(), geolocation=(self)")))
                    .build();
        }
    }
}
