package io.portolan.catalogs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portolan.catalog.Flow;
import io.portolan.net.PortSet;
import io.portolan.rds.Rds;
import org.junit.jupiter.api.Test;

/** The floors of the house: who may lean on whom, and what nobody does. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan");

    private static final String[] CORE = {
        "io.portolan.net..", "io.portolan.catalog..", "io.portolan.site..", "io.portolan.internal.."
    };

    /** One package for each product. */
    private static final String[] PRODUCTS = {
        "io.portolan.rds..",
        "io.portolan.ras..",
        "io.portolan.configmgr..",
        "io.portolan.windows..",
        "io.portolan.ad..",
        "io.portolan.identity.."
    };

    @Test
    void rulesLookAtEveryFloor() {
        assertThat(CLASSES.contain(PortSet.class)).isTrue();
        assertThat(CLASSES.contain(Flow.class)).isTrue();
        assertThat(CLASSES.contain(Rds.class)).isTrue();
        assertThat(CLASSES.contain(Catalogs.class)).isTrue();
    }

    @Test
    void coreLeansOnGuavaAlone() {
        classes()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "javax.annotation.processing..",
                        "com.google.common..",
                        // annotations, which nobody needs at run time
                        "com.google.errorprone.annotations..",
                        "org.immutables.value..",
                        "org.jspecify..",
                        "io.portolan.net..",
                        "io.portolan.catalog..",
                        "io.portolan.site..",
                        "io.portolan.internal..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.portolan.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void portArithmeticKnowsNoCatalog() {
        noClasses()
                .that()
                .resideInAPackage("io.portolan.net..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.portolan.catalog..")
                .check(CLASSES);
    }

    @Test
    void catalogsKnowNoSite() {
        noClasses()
                .that()
                .resideInAPackage("io.portolan.catalog..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.portolan.site..")
                .check(CLASSES);
    }

    @Test
    void coreKnowsNoProduct() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(PRODUCTS)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("io.portolan.catalogs..")
                .check(CLASSES);
    }

    @Test
    void noProductKnowsAnother() {
        for (String product : PRODUCTS) {
            classes()
                    .that()
                    .resideInAPackage(product)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            product,
                            "java..",
                            "com.google.common..",
                            "org.jspecify..",
                            "io.portolan.net..",
                            "io.portolan.catalog..")
                    .check(CLASSES);
        }
    }

    @Test
    void nothingReadsWritesReflectsOrLogs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.lang.reflect..",
                        "java.util.logging..",
                        "java.sql..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
