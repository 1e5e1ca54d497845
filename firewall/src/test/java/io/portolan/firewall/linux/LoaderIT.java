package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.Target;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.testing.Judge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second run replaces what the first loaded, and neither touches what is not ours. */
class LoaderIT {
    private static final String OTHERS_IPTABLES = "iptables -N fail2ban; iptables -A fail2ban -s 192.0.2.1 -j DROP;"
            + " iptables -N portolan-mine; iptables -A INPUT -j fail2ban; iptables -A FORWARD -o eth7 -j ACCEPT;";

    @TempDir
    Path folder;

    private void write(String name, Target target, long seed, RenderOptions options) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name));
        Programs.write(own, target.render(RandomSite.of(seed).policy(), options).files());
    }

    private String run(String script) {
        Programs.Run run = Programs.inNamespace(folder, "set -eu; " + script);
        assertThat(run.status()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void ofIptablesChangesNothingTheSecondTime() throws IOException {
        Judge.IPTABLES.require();
        write("a", Target.IPTABLES, 1, RenderOptions.defaults());
        assertThat(run(OTHERS_IPTABLES + "sh a/portolan.sh; sh a/portolan.sh; iptables -S; ip6tables -S"))
                .isEqualTo(run(OTHERS_IPTABLES + "sh a/portolan.sh; iptables -S; ip6tables -S"))
                .contains(
                        "-A FORWARD -j portolan-forward\n-A FORWARD -o eth7 -j ACCEPT\n",
                        "-A fail2ban -s 192.0.2.1/32 -j DROP",
                        "-N portolan-mine");
    }

    @Test
    void ofIptablesLeavesNothingOfAnotherPolicyOrPlace() throws IOException {
        Judge.IPTABLES.require();
        write("a", Target.IPTABLES, 3, RenderOptions.defaults());
        write("b", Target.IPTABLES, 4, RenderOptions.defaults());
        write("host", Target.IPTABLES, 4, RenderOptions.forHost(RandomSite.of(4).host()));
        String alone = run("sh b/portolan.sh; iptables -S | sort; ip6tables -S | sort");
        assertThat(run("sh a/portolan.sh; sh b/portolan.sh; iptables -S | sort; ip6tables -S | sort"))
                .isEqualTo(alone);
        assertThat(
                        run(
                                "sh a/portolan.sh; sh host/portolan.sh; sh b/portolan.sh; iptables -S | sort; ip6tables -S | sort"))
                .isEqualTo(alone);
    }

    @Test
    void ofIptablesPutsOurJumpsFirstAgain() throws IOException {
        Judge.IPTABLES.require();
        write("a", Target.IPTABLES, 1, RenderOptions.defaults());
        for (String family : List.of("iptables", "ip6tables")) {
            assertThat(run("sh a/portolan.sh; " + family + " -I FORWARD -o eth8 -j ACCEPT; " + family
                            + " -A FORWARD -j portolan-forward; sh a/portolan.sh; " + family + " -S FORWARD"))
                    .isEqualTo("-P FORWARD ACCEPT\n-A FORWARD -j portolan-forward\n-A FORWARD -o eth8 -j ACCEPT\n");
        }
    }

    /** A file of another run, or one that is broken, is loaded for neither family. */
    @Test
    void ofIptablesLoadsBothFamiliesOrNeither() throws IOException {
        Judge.IPTABLES.require();
        write("a", Target.IPTABLES, 1, RenderOptions.defaults());
        write("b", Target.IPTABLES, 2, RenderOptions.defaults());
        String loaded = "sh a/portolan.sh; iptables -S >before; ip6tables -S >>before; ";
        String compared = " || echo refused; { iptables -S; ip6tables -S; } | cmp before - && echo same";
        for (String file : List.of("portolan.v4", "portolan.v6")) {
            assertThat(run(loaded + "cp b/" + file + " kept; echo '# of another run' >>b/" + file
                            + "; sh b/portolan.sh 2>err" + compared + "; cp kept b/" + file + "; cat err"))
                    .isEqualTo("refused\nsame\n" + file
                            + " is not the file that this script was made with; render both again\n");
            String unchecked = "sed '/^check portolan/d' b/portolan.sh >b/unchecked.sh; ";
            assertThat(run(loaded + "cp b/" + file + " kept; sed -i s/ACCEPT/ACCEPTED/ b/" + file + "; " + unchecked
                            + "sh b/unchecked.sh 2>/dev/null" + compared + "; cp kept b/" + file))
                    .isEqualTo("refused\nsame\n");
        }
        // what only the kernel refuses: a jump to a chain that is not there
        assertThat(run(loaded + "sed -i '/^COMMIT$/i -A portolan-forward -j portolan-none' b/portolan.v6;"
                        + " sh b/unchecked.sh 2>/dev/null" + compared))
                .isEqualTo("refused\nsame\n");
    }

    @Test
    void nftReplacesItsTableAndNoOther() throws IOException {
        Judge.NFTABLES.require();
        write("a", Target.NFTABLES, 1, RenderOptions.defaults());
        write("b", Target.NFTABLES, 2, RenderOptions.defaults());
        String other = "nft add table inet other; nft add chain inet other c; nft add rule inet other c counter;";
        assertThat(run(other + "nft -f a/portolan.nft; nft -f b/portolan.nft; nft -f b/portolan.nft; nft list ruleset"))
                .isEqualTo(run(other + "nft -f b/portolan.nft; nft list ruleset"))
                .contains("table inet other");
    }
}
