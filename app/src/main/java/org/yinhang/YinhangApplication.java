package org.yinhang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The modular monolith: every business capability of Yinhang in one process. */
@Modulithic(systemName = "Yinhang 引航")
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public final class YinhangApplication {}
