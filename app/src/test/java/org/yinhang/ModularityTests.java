package org.yinhang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final DescribedPredicate<JavaClass> OTHER_BUILDS =
            resideInAnyPackage("org.yinhang.core..", "org.yinhang.lake..", "org.yinhang.demobank..");

    static final ApplicationModules MODULES = ApplicationModules.of(YinhangApplication.class, OTHER_BUILDS);

    @Test
    void everyModuleKeepsToWhatItMayUse() {
        MODULES.verify();
    }
}
