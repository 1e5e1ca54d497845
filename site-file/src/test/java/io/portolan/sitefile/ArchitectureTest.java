package io.portolan.sitefile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** On what the site file leans. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan.sitefile");

    @Test
    void rulesLookAtTheModule() {
        assertThat(CLASSES.contain(SiteFile.class)).isTrue();
    }

    @Test
    void itKnowsNoProductAndNoFirewall() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "org.snakeyaml..",
                        "org.apache.commons.csv..",
                        "io.portolan.catalogs..",
                        "io.portolan.sitefile..",
                        "io.portolan.net..",
                        "io.portolan.catalog..",
                        "io.portolan.site..",
                        "io.portolan.internal..",
                        "io.portolan.planner..",
                        "io.portolan.json..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.portolan.sitefile.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
