package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.portolan.firewall.Iptables;
import io.portolan.firewall.Nftables;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.linux.RandomSite.Sample;
import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The programs of Linux themselves say whether they read what is rendered. */
@JudgedBy({Judge.NFTABLES, Judge.IPTABLES})
class ParserPropertyTest {
    @Property(tries = 60)
    void nftReadsWhateverIsRendered(@ForAll long seed) throws IOException {
        Sample sample = RandomSite.of(seed);
        check(
                "nft -c -f portolan.nft; nft -c -f host.nft",
                Nftables.render(sample.policy()),
                Nftables.render(sample.policy(), ofHost(sample)));
    }

    @Property(tries = 60)
    void iptablesReadsWhateverIsRendered(@ForAll long seed) throws IOException {
        Sample sample = RandomSite.of(seed);
        check(
                "for name in portolan host; do"
                        + " iptables-restore --noflush --test <$name.v4; ip6tables-restore --noflush --test <$name.v6;"
                        + " sh -n $name.sh; done",
                Iptables.render(sample.policy()),
                Iptables.render(sample.policy(), ofHost(sample)));
    }

    private static RenderOptions ofHost(Sample sample) {
        return RenderOptions.builder().name("host").host(sample.host()).build();
    }

    private static void check(String script, Rendering... renderings) throws IOException {
        Path folder = Files.createTempDirectory("portolan");
        for (Rendering rendering : renderings) {
            Programs.write(folder, rendering.files());
            rendering
                    .files()
                    .forEach(file -> assertThat(file.text()
                                            .chars()
                                            .allMatch(character -> character < 127
                                                    && (character >= ' ' || character == '\n' || character == '\t'))
                                    || file.name().endsWith(".json"))
                            .as(file.name())
                            .isTrue());
        }
        Programs.assertAccepted(folder, script);
        MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}
