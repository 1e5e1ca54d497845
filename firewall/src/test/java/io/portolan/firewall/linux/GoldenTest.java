package io.portolan.firewall.linux;

import io.portolan.firewall.Target;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the renderers for Linux write, for the curated site. */
class GoldenTest {
    @ParameterizedTest
    @EnumSource(names = {"NFTABLES", "IPTABLES"})
    void aFirewallBetweenNetworks(Target target) throws IOException {
        check(target.id(), target.render(Harbour.policy(), RenderOptions.defaults()), "portolan");
    }

    @ParameterizedTest
    @EnumSource(names = {"NFTABLES", "IPTABLES"})
    void theFirewallOfAHost(Target target) throws IOException {
        RenderOptions options =
                RenderOptions.builder().name("quay").host(Harbour.QUAY).build();
        check(target.id(), target.render(Harbour.policy(), options), "quay");
    }

    private static void check(String target, Rendering rendering, String name) throws IOException {
        Golden.assertSame(target, rendering.files());
        String limitations = rendering.limitations().stream()
                .map(limitation -> limitation + "\n")
                .collect(Collectors.joining());
        Golden.assertSame(target, List.of(new RenderedFile(name + "-limitations.txt", limitations)));
    }
}
