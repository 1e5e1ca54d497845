package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not be, does not compile. */
class TypesIT {
    private static final String IMPORTS = """
            import io.portolan.catalog.*;
            import io.portolan.catalogs.Catalogs;
            import io.portolan.net.*;
            import io.portolan.rds.Rds;
            """;

    @TempDir
    private Path output;

    private List<String> compile(String statements) throws IOException {
        return Snippet.ofStatements("Statements", IMPORTS, statements, output).compile();
    }

    /** Each line is the right way to say what a line of the next test says wrongly. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transport.tcp(PortSet.of(443)).from(PortSet.of(1024));",
                "Transport.icmp(8, 0);",
                "Transport.ip(IpProtocol.VRRP);",
                "Traffic.of(Transport.ip(IpProtocol.VRRP));",
                "Catalogs.rds().flowsFrom(Rds.Role.GATEWAY).to(Infrastructure.DNS_SERVER);",
                "Catalogs.all().flowsFrom(Rds.Role.GATEWAY);",
                "PortRange.of(80, 90);",
            })
    void rightUseCompilesWithoutAWarning(String statement) throws IOException {
        assertThat(compile(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transport.icmp(8).from(PortSet.of(80));",
                "Transport.icmp(PortSet.of(80));",
                "Transport.ip(IpProtocol.VRRP).from(PortSet.of(112));",
                "Transport.ip(IpProtocol.VRRP, PortSet.of(112));",
                "Traffic.of(Transport.ip(IpProtocol.VRRP)).from(PortSet.of(112));",
            })
    void portsWhereThereAreNoneDoNotCompile(String statement) throws IOException {
        assertThat(compile(statement))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).startsWith("compiler.err."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"extends PortRange", "extends Flow", "extends OutsideSite", "extends PortSetting"})
    void valuesOfOnesOwnMakeDoNotCompile(String parent) throws IOException {
        assertThat(new Snippet("Own", IMPORTS + "abstract class Own " + parent + " {}", output).compile())
                .singleElement()
                .asString()
                .startsWith("compiler.err.not.def.public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Transport", "Endpoint", "SharedEndpoint", "Traffic", "PortSpec", "Feature", "Condition"})
    void sealedTypesStaySealed(String type) throws IOException {
        assertThat(new Snippet("Own", IMPORTS + "abstract class Own implements " + type + " {}", output).compile())
                .singleElement()
                .asString()
                .startsWith("compiler.err.cant.inherit.from.sealed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Catalogs.rds().flowsFrom(Other.STRANGER);",
                "Catalogs.rds().flowsTo(Other.STRANGER);",
                "Catalogs.rds().flowsFrom(Rds.Role.GATEWAY).to(Other.STRANGER);",
                "Catalogs.rds().flowsBetween(Rds.Role.GATEWAY, Other.STRANGER);",
                "Catalogs.rds().flowsInvolving(Other.STRANGER);",
            })
    void roleOfAnotherProductDoesNotCompile(String statement) throws IOException {
        String other = "enum Other implements ProductRole { STRANGER; public String title() { return name(); } }\n";
        Snippet snippet = Snippet.ofStatements("Statements", IMPORTS + other, statement, output);
        assertThat(snippet.compile()).singleElement().asString().startsWith("compiler.err.cant.apply.symbols");
    }
}
