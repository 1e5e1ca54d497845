package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.portolan.firewall.FirewallListing;
import io.portolan.firewall.Target;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.testing.Judge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Firewalls of Linux, each with its renderer, its reader, and the commands that load and list rules. */
enum Loaded {
    NFTABLES("nft -f %s.nft", "nft -j list ruleset"),
    IPTABLES("sh %s.sh", "iptables-save; ip6tables-save");

    private final String load;
    private final String list;

    Loaded(String load, String list) {
        this.load = load;
        this.list = list;
    }

    Target target() {
        return this == NFTABLES ? Target.NFTABLES : Target.IPTABLES;
    }

    FirewallListing listing() {
        return this == NFTABLES ? FirewallListing.NFT : FirewallListing.IPTABLES;
    }

    String load(RenderOptions options) {
        return String.format(load, options.name());
    }

    String list() {
        return list;
    }

    void require() {
        if (this == NFTABLES) {
            Judge.NFTABLES.require();
        } else {
            Judge.IPTABLES.require();
        }
    }

    /** Loads what was rendered into the kernel, in a namespace of its own, and returns what the kernel has then. */
    String listing(Rendering rendering, RenderOptions options) {
        try {
            Path folder = Files.createTempDirectory("portolan");
            Programs.write(folder, rendering.files());
            Programs.Run run = Programs.inNamespace(folder, "set -eu; " + load(options) + "; " + list);
            assertThat(run.status()).as(run.err()).isZero();
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
            return run.out();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
