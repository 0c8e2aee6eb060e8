package org.yinhang;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The modular monolith: every business capability of Yinhang in one process. */
@Modulithic(systemName = "Yinhang 引航")
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Yinhang 引航",
                        version = "v1",
                        description =
                                "What the pages of the workbench do, for the bank's own systems. Basic authentication; a call sees"
                                        + " what its user's branch may see.",
                        license = @License(name = "Apache-2.0")))
public final class YinhangApplication {}
