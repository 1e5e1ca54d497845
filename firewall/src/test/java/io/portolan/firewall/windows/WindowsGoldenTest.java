package io.portolan.firewall.windows;

import io.portolan.firewall.Netsh;
import io.portolan.firewall.WindowsFirewall;
import io.portolan.firewall.api.RenderOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WindowsGoldenTest {
    private static final RenderOptions KEYWORDS =
            RenderOptions.builder().name("harbour").rpcKeywords(true).build();

    @Test
    void powerShell() throws IOException {
        GoldenFiles.check("windows", WindowsFirewall.render(Harbour.policy()));
    }

    @Test
    void powerShellWithKeywords() throws IOException {
        GoldenFiles.check("windows-rpc", WindowsFirewall.render(Harbour.policy(), KEYWORDS));
    }

    @Test
    void netsh() throws IOException {
        GoldenFiles.check("netsh", Netsh.render(Harbour.policy()));
    }

    @Test
    void netshWithKeywords() throws IOException {
        GoldenFiles.check("netsh-rpc", Netsh.render(Harbour.policy(), KEYWORDS));
    }
}
