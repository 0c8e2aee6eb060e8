package org.yinhang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Finds {@code js/list.js} under {@code 1a2b3c4d5e6f/js/list.js}: the version is for the browser only. */
final class VersionedAssets extends PathResourceResolver {

    @Override
    protected @Nullable Resource resolveResourceInternal(
            @Nullable HttpServletRequest request,
            String requestPath,
            List<? extends Resource> locations,
            ResourceResolverChain chain) {
        int slash = requestPath.indexOf('/');
        return slash < 0
                ? null
                : super.resolveResourceInternal(request, requestPath.substring(slash + 1), locations, chain);
    }
}
