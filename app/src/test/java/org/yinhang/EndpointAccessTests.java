package org.yinhang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yinhang.access.DemoStaff;
import org.yinhang.shared.web.AllowedTo;
import org.yinhang.testing.ApplicationTest;

/** Walks every endpoint there is, also those of modules written later. */
@ApplicationTest
class EndpointAccessTests {

    private record Endpoint(HttpMethod method, String path, HandlerMethod handler) {
        AllowedTo allowed() {
            AllowedTo onMethod = handler.getMethodAnnotation(AllowedTo.class);
            return onMethod != null
                    ? onMethod
                    : Optional.ofNullable(handler.getBeanType().getAnnotation(AllowedTo.class))
                            .orElseThrow(() -> new AssertionError(handler + " does not say who may call it"));
        }
    }

    @Autowired
    private MockMvc web;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        assertThat(endpoints()).hasSizeGreaterThan(20).allSatisfy(endpoint -> assertThat(endpoint.allowed())
                .isNotNull());
    }

    @Test
    void aStrangerIsRefusedEverywhereButAtTheDoor() throws Exception {
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.allowed().strangers()) {
                int status =
                        web.perform(request(endpoint)).andReturn().getResponse().getStatus();
                String location =
                        web.perform(request(endpoint)).andReturn().getResponse().getRedirectedUrl();
                if (endpoint.path().startsWith("/api/")) {
                    assertThat(status).as(endpoint.toString()).isEqualTo(401);
                } else {
                    assertThat(status).as(endpoint.toString()).isEqualTo(302);
                    assertThat(location).as(endpoint.toString()).endsWith("/sign-in");
                }
            }
        }
    }

    @Test
    void aWrongRoleIsRefusedEverywhere() throws Exception {
        int refusals = 0;
        for (Endpoint endpoint : endpoints()) {
            Set<org.yinhang.shared.Role> allowed = Set.of(endpoint.allowed().value());
            for (DemoStaff person : DemoStaff.values()) {
                if (!endpoint.allowed().strangers() && !allowed.isEmpty() && !allowed.contains(person.role())) {
                    UserDetails details = staff.loadUserByUsername(person.userName());
                    int status = web.perform(request(endpoint).with(user(details)))
                            .andReturn()
                            .getResponse()
                            .getStatus();
                    assertThat(status).as(person + " " + endpoint).isEqualTo(403);
                    refusals++;
                }
            }
        }
        assertThat(refusals).isGreaterThan(50);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        UserDetails admin = staff.loadUserByUsername("admin");
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.method().equals(HttpMethod.GET)) {
                int status = web.perform(MockMvcRequestBuilders.request(endpoint.method(), endpoint.path())
                                .with(user(admin)))
                        .andReturn()
                        .getResponse()
                        .getStatus();
                assertThat(status).as(endpoint.toString()).isEqualTo(403);
            }
        }
    }

    private static MockHttpServletRequestBuilder request(Endpoint endpoint) {
        return MockMvcRequestBuilders.request(endpoint.method(), endpoint.path())
                .with(csrf());
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mappings.getHandlerMethods().entrySet()) {
            HandlerMethod handler = entry.getValue();
            if (!handler.getBeanType().getName().startsWith("org.yinhang.")) {
                continue;
            }
            for (String pattern : entry.getKey().getPatternValues()) {
                String path = pattern.replaceAll("\\{[^}]*}", "1");
                Set<RequestMethod> methods =
                        entry.getKey().getMethodsCondition().getMethods();
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    endpoints.add(new Endpoint(method.asHttpMethod(), path, handler));
                }
            }
        }
        return endpoints;
    }
}
