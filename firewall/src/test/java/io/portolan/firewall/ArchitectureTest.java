package io.portolan.firewall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.portolan.firewall.text.RuleParts;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On what renderers and readers lean. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.portolan.firewall");

    /** One package for each kind of firewall. */
    private static final List<String> KINDS = List.of("linux", "windows", "aws", "azure", "cisco");

    @Test
    void rulesLookAtTheFirewalls() {
        assertThat(CLASSES.contain(Nftables.class)).isTrue();
        assertThat(CLASSES.contain(RuleParts.class)).isTrue();
    }

    @Test
    void firewallsKnowNoProduct() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "com.google.common..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "io.portolan.net..",
                        "io.portolan.catalog..",
                        "io.portolan.site..",
                        "io.portolan.internal..",
                        "io.portolan.planner..",
                        "io.portolan.firewall..")
                .check(CLASSES);
    }

    @Test
    void jsonIsReadAndWrittenInItsOwnPackage() {
        noClasses()
                .that()
                .resideInAnyPackage("io.portolan.firewall.linux..", "io.portolan.firewall.windows..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLASSES);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.portolan.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noKindOfFirewallKnowsAnother() {
        for (String kind : KINDS) {
            String[] others = KINDS.stream()
                    .filter(other -> !other.equals(kind))
                    .map(other -> "io.portolan.firewall." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("io.portolan.firewall." + kind + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(CLASSES);
        }
    }

    /** Texts are made and read in memory; the one thing that is opened is the script for Windows in our own jar. */
    @Test
    void nothingReadsWritesReflectsLogsOrAsksANetwork() {
        noClasses()
                .that(DescribedPredicate.not(JavaClass.Predicates.type(WindowsFirewallReader.class)))
                .should()
                .dependOnClassesThat(outsideOfMemory())
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outsideOfMemory() {
        return JavaClass.Predicates.resideInAnyPackage(
                        "java.io..",
                        "java.nio..",
                        "java.net..",
                        "java.lang.reflect..",
                        "java.util.logging..",
                        "java.sql..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("java.nio.charset")))
                .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(
                        StringWriter.class, StringReader.class, java.io.Writer.class, java.io.Serializable.class)))
                .as("reach outside of memory");
    }
}
