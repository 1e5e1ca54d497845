package io.portolan.firewall.cisco;

import io.portolan.firewall.CiscoIos;
import io.portolan.firewall.windows.GoldenFiles;
import io.portolan.firewall.windows.Harbour;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CiscoGoldenTest {
    @Test
    void accessLists() throws IOException {
        GoldenFiles.check("cisco-ios", CiscoIos.render(Harbour.policy()));
    }
}
