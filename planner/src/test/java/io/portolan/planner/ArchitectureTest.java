package io.portolan.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portolan.planner.address.AddressSet;
import org.junit.jupiter.api.Test;

/** On what the planner leans. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan.planner");

    @Test
    void rulesLookAtThePlanner() {
        assertThat(CLASSES.contain(AddressSet.class)).isTrue();
    }

    @Test
    void addressesLeanOnGuavaAndTheAddressLibraryAlone() {
        classes()
                .that()
                .resideInAnyPackage("io.portolan.planner.address..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "inet.ipaddr..",
                        "org.jspecify..",
                        "io.portolan.planner.address..",
                        "io.portolan.net..",
                        "io.portolan.internal..")
                .check(CLASSES);
    }

    @Test
    void thePlannerKnowsNoProductAndNoVendor() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "inet.ipaddr..",
                        "org.jspecify..",
                        "io.portolan.net..",
                        "io.portolan.catalog..",
                        "io.portolan.site..",
                        "io.portolan.internal..",
                        "io.portolan.planner..")
                .check(CLASSES);
    }

    @Test
    void packetsKnowNoRuleNoPlaceAndNoPolicy() {
        classes()
                .that()
                .resideInAPackage("io.portolan.planner.packets..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "org.jspecify..",
                        "io.portolan.net..",
                        "io.portolan.internal..",
                        "io.portolan.planner.address..",
                        "io.portolan.planner.packets..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.portolan.planner.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theAddressLibraryIsSeenByAddressesAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.portolan.planner.address..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("inet.ipaddr..")
                .check(CLASSES);
    }

    @Test
    void nothingReadsWritesReflectsLogsOrAsksANetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio",
                        "java.nio.channels..",
                        "java.nio.file..",
                        "java.net..",
                        "java.lang.reflect..",
                        "java.util.logging..",
                        "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("inet.ipaddr.HostName") // looks names up
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }
}
